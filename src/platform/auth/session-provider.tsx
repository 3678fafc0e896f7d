import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { followSession, renewRefusedSession } from './follow-session';
import { SessionContext, type SessionState } from './session-context';
import { nextSessionState } from './session-state';
import { signOut } from './sign-out';
import { recentSignOut } from './sign-out-notice';
import { watchSession } from './watch-session';

/** Knows for all pages who is signed in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'loading' });
  const queryClient = useQueryClient();

  const [failure, setFailure] = useState<{ error: unknown } | null>(null);

  useEffect(
    () =>
      followSession({
        onUser: (user) => setState((present) => nextSessionState(present, user, recentSignOut())),
        onFailure: (error) => setFailure({ error }),
      }),
    [],
  );
  useEffect(
    () => renewRefusedSession(() => setState((present) => nextSessionState(present, null, recentSignOut()))),
    [],
  );

  const signedIn = state.status === 'signed-in';
  useEffect(() => (signedIn ? watchSession(() => void signOut('elsewhere')) : undefined), [signedIn]);

  // A sign-out in another tab ends here too.
  useEffect(() => {
    if (state.status === 'signed-out') queryClient.clear();
  }, [queryClient, state.status]);

  // The error page around this says that the app could not be fetched, and offers to reload.
  if (failure) throw failure.error;
  return <SessionContext value={state}>{children}</SessionContext>;
}
