import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';

/** Keys of everything read about logs, deleted records and integrity. */
export const recordKeys = {
  activityPage: (organizationId: string, question: object) =>
    queryKey(organizationId, 'records', 'activity-page', question),
  accessPage: (organizationId: string, question: object) =>
    queryKey(organizationId, 'records', 'access-page', question),
  formerMembers: (organizationId: string) => queryKey(organizationId, 'records', 'former-members'),
  deleted: (organizationId: string) => queryKey(organizationId, 'records', 'deleted'),
  integrity: (organizationId: string) => queryKey(organizationId, 'records', 'integrity'),
};

/** A restored or repaired record may be seen in all of these. */
const CONCERNED = ['records', 'groups', 'enrollments', 'schedule', 'sessions', 'patients', 'members', 'home'];

async function invalidateRecords(queryClient: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    CONCERNED.map((feature) => queryClient.invalidateQueries({ queryKey: queryKey(organizationId, feature) })),
  );
}

/** The function that every restoring calls when it is done, successful or refused. */
export function useRefreshRecords(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useCallback(() => invalidateRecords(queryClient, id), [queryClient, id]);
}
