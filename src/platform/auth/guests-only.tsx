import { Navigate, Outlet, useSearchParams } from 'react-router';
import { NEXT_PARAM, safeNextPath } from './next-path';
import { useSession } from './session-context';

/** The pages for signing in and up; who is signed in goes on to the page that was wanted. */
export function GuestsOnly() {
  const session = useSession();
  const next = useSearchParams()[0].get(NEXT_PARAM);
  if (session.status === 'loading') return null;
  if (session.status === 'signed-in') return <Navigate to={safeNextPath(next) ?? '/'} replace />;
  return <Outlet />;
}
