import type { RouteObject } from 'react-router';

/**
 * Pages for patients, without an account. They stand outside of the app's own layout: they know nothing of who may be signed
 * in, and load none of it.
 */
export const checkInRoutes: RouteObject[] = [
  { path: 'questions/:token', lazy: async () => ({ Component: (await import('./check-in-page')).CheckInPage }) },
];
