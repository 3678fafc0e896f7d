import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

/** The organization's deleted groups, latest first; only for those who may delete. */
async function getDeletedGroups(organizationId: string) {
  const { data } = await supabase
    .rpc('pm_deleted_group_definitions', { organization_id: organizationId })
    .select('id, name, deleted_at')
    .throwOnError();
  return data;
}

function deletedGroupsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: groupKeys.deleted(organizationId),
    queryFn: () => getDeletedGroups(organizationId),
  });
}

export function useDeletedGroups() {
  return useQuery(deletedGroupsQueryOptions(useOrganization().id));
}
