import { queryClient } from '@/platform/query';
import { loadClient } from '@/platform/supabase/load-client';
import { forgetActivity } from './idle/activity';
import { announceSignOut, type SignOutReason } from './sign-out-notice';

/** Ends the session on this device, offline too, and forgets all that was read with it. */
export async function signOut(reason: SignOutReason): Promise<void> {
  announceSignOut(reason);
  forgetActivity();
  queryClient.clear();
  // The session leaves this device before the server hears of it; that the server cannot be reached changes nothing here.
  const client = await loadClient();
  await client.auth.signOut({ scope: 'local' });
}
