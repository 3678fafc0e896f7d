import { queryKey } from '@/platform/query';

export const groupKeys = {
  /** Over all organizations. */
  mine: ['extension', 'groups'] as const,
  checkIn: (organizationId: string, groupId: string) => queryKey(organizationId, 'extension', 'check-in', groupId),
  recentQuestionSets: (organizationId: string) => queryKey(organizationId, 'extension', 'recent-question-sets'),
  joinPath: (organizationId: string, sessionId: string) =>
    queryKey(organizationId, 'extension', 'join-path', sessionId),
};
