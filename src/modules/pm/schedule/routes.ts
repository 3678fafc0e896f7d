import type { RouteObject } from 'react-router';
import { loadApprovalsPage, loadSessionPage } from '@/modules/pm/sessions';

/** The calendar, the page of one session and what waits for approval, under /o/:slug; FullCalendar is loaded with the calendar, not before. */
export const scheduleRoutes: RouteObject[] = [
  {
    path: 'pm/schedule',
    lazy: async () => ({ Component: (await import('./schedule-page')).SchedulePage }),
  },
  { path: 'pm/sessions/:sessionId', lazy: loadSessionPage },
  { path: 'pm/approvals', lazy: loadApprovalsPage },
  {
    path: 'pm/schedule/print',
    lazy: async () => ({ Component: (await import('./print/print-page')).PrintPage }),
  },
];
