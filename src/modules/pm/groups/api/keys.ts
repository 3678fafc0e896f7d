import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';

/** Keys of everything read about groups. */
export const groupKeys = {
  list: (organizationId: string, filters: object) => queryKey(organizationId, 'groups', 'list', filters),
  detail: (organizationId: string, groupId: string) => queryKey(organizationId, 'groups', 'detail', groupId),
  statistics: (organizationId: string) => queryKey(organizationId, 'groups', 'statistics'),
  nextSessions: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'groups', 'next-sessions', groupId),
  sessionsToCome: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'groups', 'sessions-to-come', groupId),
  activity: (organizationId: string, groupId: string) => queryKey(organizationId, 'groups', 'activity', groupId),
  heldBack: (organizationId: string, today: string) => queryKey(organizationId, 'groups', 'held-back', today),
  sessionContacts: (organizationId: string, session: { groupId: string; sessionId: string }) =>
    queryKey(organizationId, 'groups', 'session-contacts', session),
  waitingInLikeGroups: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'groups', 'waiting-in-like-groups', groupId),
  mergePreview: (organizationId: string, merge: { groupId: string; intoGroupId: string }) =>
    queryKey(organizationId, 'groups', 'merge-preview', merge),
  names: (organizationId: string, groupIds: readonly string[]) => queryKey(organizationId, 'groups', 'names', groupIds),
  deleted: (organizationId: string) => queryKey(organizationId, 'groups', 'deleted'),
};

/** Seats follow the capacity, and sessions carry the group's name: a changed group shows in all of them. */
const CONCERNED = ['groups', 'enrollments', 'schedule', 'sessions', 'patients', 'home'];

async function invalidateGroups(queryClient: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    CONCERNED.map((feature) => queryClient.invalidateQueries({ queryKey: queryKey(organizationId, feature) })),
  );
}

/** The function that every change of a group calls when it is done, successful or refused. */
export function useRefreshGroups(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useCallback(() => invalidateGroups(queryClient, id), [queryClient, id]);
}
