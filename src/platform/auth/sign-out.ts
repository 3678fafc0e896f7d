import { queryClient } from '@/platform/query';
import { loadClient } from '@/platform/supabase/load-client';
import { forgetActivity } from './idle/activity';
import { countKept, forgetKept } from './kept-data';
import { announceSignOut, retractSignOut, type SignOutReason } from './sign-out-notice';

/** Ends the session on this device, offline too, and forgets all that was read with it. */
export async function signOut(reason: SignOutReason): Promise<void> {
  announceSignOut(reason, countKept());
  forgetActivity();
  forgetKept();
  queryClient.clear();
  // The session leaves this device before the server hears of it; that the server cannot be reached changes nothing here.
  const client = await loadClient();
  await client.auth.signOut({ scope: 'local' });
}

/**
 * Ends all sessions of the person, on every device, and forgets what was read here. Throws if the server does not confirm it:
 * then nothing has ended, here neither.
 */
export async function signOutEverywhere(): Promise<void> {
  const client = await loadClient();
  announceSignOut('by-hand', countKept());
  const { error } = await client.auth.signOut({ scope: 'global' });
  if (error) {
    retractSignOut();
    throw error;
  }
  forgetActivity();
  forgetKept();
  queryClient.clear();
}
