import type { RouteObject } from 'react-router';

/** The reports, under /o/:slug; charts are loaded with their part of the page. */
export const reportRoutes: RouteObject[] = [
  {
    path: 'pm/reports',
    lazy: async () => ({ Component: (await import('./reports-page')).ReportsPage }),
  },
];
