import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { cohortKeys } from './keys';

const COLUMNS =
  'id, name, group_code, group_type, status, facilitator_id, co_facilitator_id, time_period, start_date, end_date, max_capacity, patient_count, waitlist_count';

/** The groups with these ids, in the order in which they were named; those that are not there are left out. */
async function getChosenGroups(organizationId: string, groupIds: readonly string[]) {
  const ids = groupIds.filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return [];
  const { data } = await supabase
    .from('pm_group_overview')
    .select(COLUMNS)
    .eq('organization_id', organizationId)
    .in('id', ids)
    .throwOnError();
  return ids.flatMap((id) => data.filter((group) => group.id === id));
}

export type ChosenGroup = Awaited<ReturnType<typeof getChosenGroups>>[number];

export function chosenGroupsQueryOptions(organizationId: string, groupIds: readonly string[]) {
  return queryOptions({
    queryKey: cohortKeys.chosen(organizationId, groupIds),
    queryFn: () => getChosenGroups(organizationId, groupIds),
    placeholderData: keepPreviousData,
  });
}

/** The groups that the address names. */
export function useChosenGroups(groupIds: readonly string[]) {
  return useQuery(chosenGroupsQueryOptions(useOrganization().id, groupIds));
}
