import { expect, type Page } from '@playwright/test';
import type { Clinic, RoleKey } from './clinic.ts';

/** Signs a person of the clinic in through the form and waits for the clinic's first page. */
export async function signInAs(page: Page, clinic: Clinic, role: RoleKey): Promise<void> {
  const person = clinic.people[role];
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${clinic.slug}`));
}
