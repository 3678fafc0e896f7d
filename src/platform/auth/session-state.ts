import type { User } from '@supabase/supabase-js';
import type { SessionState } from './session-context';
import type { SignOutReason } from './sign-out-notice';

/**
 * What follows when Supabase Auth reports a user or none.
 * Takes the present state, the user now, and why the session was ended on purpose (null: it was not). A session that ends by
 * itself leaves its page open to sign in again, so that nothing typed is lost.
 */
export function nextSessionState(present: SessionState, user: User | null, ended: SignOutReason | null): SessionState {
  if (user) {
    const same =
      present.status === 'signed-in' && present.user.id === user.id && present.user.updated_at === user.updated_at;
    return same ? present : { status: 'signed-in', user };
  }
  const wasSignedIn = present.status === 'signed-in' || present.status === 'expired';
  if (wasSignedIn && ended === null) return { status: 'expired', user: present.user };
  if (present.status === 'signed-out') return present;
  return { status: 'signed-out', reason: wasSignedIn ? ended : null };
}
