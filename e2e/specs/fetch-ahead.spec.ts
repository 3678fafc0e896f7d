import type { BrowserContext } from '@playwright/test';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, saveData, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

/** Home, once the browser has nothing to do any more. */
async function restAtHome(context: BrowserContext, clinic: Clinic) {
  const page = await context.newPage();
  const shell = new Shell(page);
  await signInAs(page, clinic, 'facilitator');
  await shell.open(clinic, '');
  await expect(shell.navigation).toBeVisible();
  await page.waitForLoadState('networkidle');
  return { page, shell };
}

test('pages are fetched ahead: one that was never visited opens without a connection', async ({ browser }) => {
  const context = await browser.newContext();
  const { page, shell } = await restAtHome(context, await openClinic());
  await context.setOffline(true);
  await shell.navigation.getByRole('link', { name: 'Patients' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
  await context.close();
});

test('a device that saves data fetches nothing ahead, and says so of a page that it cannot have', async ({
  browser,
}) => {
  const context = await browser.newContext();
  await saveData(context);
  const { page, shell } = await restAtHome(context, await openClinic());
  await context.setOffline(true);
  await shell.navigation.getByRole('link', { name: 'Patients' }).click();
  await expect(page.getByRole('alert')).toContainText('This page needs a connection');
  await context.close();
});
