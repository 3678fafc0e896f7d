import type { RouteObject } from 'react-router';
import { loadRosterPrintPage } from '@/modules/pm/enrollments';

/** The pages of groups under /o/:slug, loaded when first visited. */
export const groupRoutes: RouteObject[] = [
  { path: 'pm/groups', lazy: async () => ({ Component: (await import('./group-list-page')).GroupListPage }) },
  { path: 'pm/groups/new', lazy: async () => ({ Component: (await import('./create-group-page')).CreateGroupPage }) },
  { path: 'pm/groups/clone', lazy: async () => ({ Component: (await import('./cohorts/cohort-page')).CohortPage }) },
  {
    path: 'pm/groups/:groupId/edit',
    lazy: async () => ({ Component: (await import('./edit-group-page')).EditGroupPage }),
  },
  { path: 'pm/groups/:groupId/print', lazy: loadRosterPrintPage },
  {
    path: 'pm/groups/:groupId/tell/:sessionId',
    lazy: async () => ({ Component: (await import('./contacts/tell-page')).TellPage }),
  },
  { path: 'pm/groups/:groupId/:tab?', lazy: async () => ({ Component: (await import('./group-page')).GroupPage }) },
];
