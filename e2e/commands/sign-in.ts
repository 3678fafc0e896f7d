import type { Page } from '@playwright/test';
import { SESSION_STORAGE_KEY } from '../../src/platform/supabase/session-storage.ts';
import type { Clinic, RoleKey } from './clinic.ts';
import { connect } from './connect.ts';

/**
 * Signs a person of the clinic in: whatever page of the app is opened next, it is that person who opens it. The session of a
 * real sign-in is put where the app keeps it; newcomer.spec.ts goes through the form, once for all.
 */
export async function signInAs(page: Page, clinic: Clinic, role: RoleKey): Promise<void> {
  const { email, password } = clinic.people[role];
  const { data, error } = await (await connect()).auth.signInWithPassword({ email, password });
  if (error !== null) throw error;
  // Any file of the app's origin that does not start the app.
  await page.goto('/favicon.svg');
  await page.evaluate(([key, session]) => localStorage.setItem(key, session), [
    SESSION_STORAGE_KEY,
    JSON.stringify(data.session),
  ] as const);
}
