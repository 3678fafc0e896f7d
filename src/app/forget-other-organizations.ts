import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Drops from the cache what was read for any other organization, once this one is open. */
export function useForgetOtherOrganizations(organizationId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    queryClient.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] !== organizationId && queryKey[0] !== 'memberships',
    });
  }, [queryClient, organizationId]);
}
