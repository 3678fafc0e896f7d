import type { User } from '@supabase/supabase-js';
import { createContext, useContext } from 'react';
import type { SignOutReason } from './sign-out-notice';

/** `expired`: the server ended a session that the person did not; the page stays until they have signed in again. */
export type SessionState =
  | { status: 'loading' }
  | { status: 'signed-in'; user: User }
  | { status: 'expired'; user: User }
  | { status: 'signed-out'; reason: SignOutReason | null };

export const SessionContext = createContext<SessionState>({ status: 'loading' });

/** Who is signed in, if anybody. */
export function useSession(): SessionState {
  return useContext(SessionContext);
}

/** The signed-in person. Throws where nobody is. */
export function useUser(): User {
  const session = useSession();
  if (session.status !== 'signed-in' && session.status !== 'expired') throw new Error('useUser belongs behind sign-in');
  return session.user;
}
