import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

async function hasGroups(organizationId: string): Promise<boolean> {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select('id')
    .eq('organization_id', organizationId)
    .limit(1)
    .throwOnError();
  return data.length > 0;
}

function hasGroupsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'groups', 'any'),
    queryFn: () => hasGroups(organizationId),
  });
}

/** Whether the present organization has a group at all: a new one is helped to begin. */
export function useHasGroups(enabled: boolean) {
  return useQuery({ ...hasGroupsQueryOptions(useOrganization().id), enabled });
}
