import type { RouteObject } from 'react-router';

/** The calendar, the page of one session and what waits for approval, under /o/:slug; FullCalendar is loaded with the calendar, not before. */
export const scheduleRoutes: RouteObject[] = [
  {
    path: 'pm/schedule',
    lazy: async () => ({ Component: (await import('./schedule-page')).SchedulePage }),
  },
  {
    path: 'pm/sessions/:sessionId',
    lazy: async () => (await import('@/modules/pm/sessions')).loadSessionPage(),
  },
  {
    path: 'pm/approvals',
    lazy: async () => (await import('@/modules/pm/sessions')).loadApprovalsPage(),
  },
  {
    path: 'pm/schedule/print',
    lazy: async () => ({ Component: (await import('./print/print-page')).PrintPage }),
  },
];
