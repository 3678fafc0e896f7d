import { queryKey } from '@/platform/query';

export const groupKeys = {
  /** Over all organizations. */
  mine: ['extension', 'groups'] as const,
  /** All that is known of one organization. */
  organization: (organizationId: string) => queryKey(organizationId, 'extension'),
  checkIn: (organizationId: string, groupId: string) => queryKey(organizationId, 'extension', 'check-in', groupId),
  dueSession: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'extension', 'due-session', groupId),
  recentQuestionSets: (organizationId: string) => queryKey(organizationId, 'extension', 'recent-question-sets'),
  joinPath: (organizationId: string, sessionId: string) =>
    queryKey(organizationId, 'extension', 'join-path', sessionId),
};
