import type { RouteObject } from 'react-router';

/** The calendar, under /o/:slug; FullCalendar is loaded with it, not before. */
export const scheduleRoutes: RouteObject[] = [
  {
    path: 'pm/schedule',
    lazy: async () => ({ Component: (await import('./schedule-page')).SchedulePage }),
  },
  {
    path: 'pm/schedule/print',
    lazy: async () => ({ Component: (await import('./print/print-page')).PrintPage }),
  },
];
