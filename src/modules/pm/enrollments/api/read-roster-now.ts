import { useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { rosterQueryOptions } from './get-roster';

/** A function that reads the roster as it is at this moment, to decide by. It rejects when the roster cannot be read. */
export function useReadRosterNow(groupId: string) {
  const queryClient = useQueryClient();
  const { id: organizationId } = useOrganization();
  return async () => {
    const options = rosterQueryOptions(organizationId, groupId);
    await queryClient.cancelQueries(options);
    return queryClient.fetchQuery(options);
  };
}
