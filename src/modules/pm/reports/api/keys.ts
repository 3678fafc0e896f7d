import { queryKey } from '@/platform/query';

/** Keys of everything that is added up. */
export const reportKeys = {
  groups: (organizationId: string) => queryKey(organizationId, 'reports', 'groups'),
  all: (organizationId: string) => queryKey(organizationId, 'reports'),
  sessions: (organizationId: string, by: string, question: object) =>
    queryKey(organizationId, 'reports', `sessions-by-${by}`, question),
  waitlist: (organizationId: string, question: object) => queryKey(organizationId, 'reports', 'waitlist', question),
  cancellations: (organizationId: string, question: object) =>
    queryKey(organizationId, 'reports', 'cancellations', question),
  noShows: (organizationId: string, question: object) => queryKey(organizationId, 'reports', 'no-shows', question),
  compliance: (organizationId: string, week: string) => queryKey(organizationId, 'reports', 'compliance', week),
  makeUp: (organizationId: string, question: object) => queryKey(organizationId, 'reports', 'make-up', question),
  groupSessions: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'reports', 'group-sessions', groupId),
  measures: (organizationId: string, patientId: string) => queryKey(organizationId, 'reports', 'measures', patientId),
};
