import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { withNext } from './next-path';
import { useSession } from './session-context';
import { recentlyLost } from './sign-out-notice';

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again')).SignInAgain }));

/** Lets the signed-in through; others sign in first and come back to where they wanted to go. */
export function RequireSession() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.status === 'loading') return null;
  if (session.status === 'signed-out') {
    // After a sign-out on purpose it may be somebody else who comes next.
    const onPurpose = session.reason === 'by-hand' || session.reason === 'elsewhere';
    const next = onPurpose ? null : pathname + search;
    const lost = session.reason === null ? 0 : recentlyLost();
    return <Navigate to={withNext('/sign-in', next)} state={{ reason: session.reason, lost }} replace />;
  }
  return (
    <>
      <Outlet key={session.user.id} />
      {session.status === 'expired' && (
        <Suspense>
          <SignInAgain email={session.user.email ?? ''} />
        </Suspense>
      )}
    </>
  );
}
