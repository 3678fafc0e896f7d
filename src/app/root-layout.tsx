import { Outlet, ScrollRestoration } from 'react-router';
import { SessionProvider } from '@/platform/auth/session-provider';
import { NavigationProgress } from './navigation-progress';
import { OfflineHint } from './offline-hint';

/** What every page has around it. */
export function RootLayout() {
  return (
    <SessionProvider>
      <NavigationProgress />
      <Outlet />
      <OfflineHint />
      <ScrollRestoration />
    </SessionProvider>
  );
}
