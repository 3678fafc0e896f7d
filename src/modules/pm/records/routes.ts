import type { RouteObject } from 'react-router';

/** The pages of who did what, under /o/:slug/settings. */
export const recordRoutes: RouteObject[] = [
  {
    path: 'settings/audit-log',
    lazy: async () => ({ Component: (await import('./audit-log/audit-log-page')).AuditLogPage }),
  },
  {
    path: 'settings/recently-deleted',
    lazy: async () => ({ Component: (await import('./deleted/recently-deleted-page')).RecentlyDeletedPage }),
  },
  {
    path: 'settings/integrity',
    lazy: async () => ({ Component: (await import('./integrity-check/integrity-page')).IntegrityPage }),
  },
];
