import { queryKey } from '@/platform/query';

const FEATURE = 'sessions';

/** Query keys of sessions that run; under the prefix of sessions, so that whatever changes those reaches them. */
export const runKeys = {
  session: (organizationId: string, sessionId: string) => queryKey(organizationId, FEATURE, 'run', sessionId),
  attendance: (organizationId: string, sessionId: string) => queryKey(organizationId, FEATURE, 'attendance', sessionId),
  responses: (organizationId: string, sessionId: string) => queryKey(organizationId, FEATURE, 'responses', sessionId),
  results: (organizationId: string, sessionId: string) => queryKey(organizationId, FEATURE, 'results', sessionId),
  startable: (organizationId: string) => queryKey(organizationId, FEATURE, 'startable'),
  questionSets: (organizationId: string, groupId: string) =>
    queryKey(organizationId, FEATURE, 'assigned-question-sets', groupId),
  streaks: (organizationId: string) => queryKey(organizationId, FEATURE, 'no-show-streaks'),
};
