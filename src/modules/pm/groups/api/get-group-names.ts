import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

/** More than a page of a log speaks of, and few enough for an address. */
const MOST = 100;

/** Names of groups by id; those that were deleted are missing. */
async function getGroupNames(organizationId: string, groupIds: readonly string[]) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select('id, name')
    .eq('organization_id', organizationId)
    .in('id', groupIds.slice(0, MOST))
    .throwOnError();
  return new Map(data.map(({ id, name }) => [id, name]));
}

function groupNamesQueryOptions(organizationId: string, groupIds: readonly string[]) {
  return queryOptions({
    queryKey: groupKeys.names(organizationId, groupIds),
    queryFn: () => getGroupNames(organizationId, groupIds),
    enabled: groupIds.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** A function from a group's id to its name; "another group" for one that was deleted or is not read yet. */
export function useGroupNames(groupIds: readonly string[]): (id: string) => string {
  const { data } = useQuery(groupNamesQueryOptions(useOrganization().id, [...new Set(groupIds)].sort()));
  return (id) => data?.get(id) ?? 'another group';
}
