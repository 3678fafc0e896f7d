import { Outlet, ScrollRestoration } from 'react-router';
import { NavigationProgress } from './navigation-progress';
import { OfflineHint } from './offline-hint';

/** What every page has around it. */
export function RootLayout() {
  return (
    <>
      <NavigationProgress />
      <Outlet />
      <OfflineHint />
      <ScrollRestoration />
    </>
  );
}
