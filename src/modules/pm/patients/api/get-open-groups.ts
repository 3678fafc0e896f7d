import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { patientKeys } from './keys';

const LIMIT = 50;

/** Active groups whose name holds the words, by name, with their seats; at most 50, so that more words find the rest. */
async function getOpenGroups(organizationId: string, words: string) {
  const { data } = await supabase
    .from('pm_group_overview')
    .select('id, name, group_type, max_capacity, patient_count, waitlist_count, seats_free')
    .eq('organization_id', organizationId)
    .eq('status', 'active')
    .ilike('name', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
    .order('name')
    .order('id')
    .limit(LIMIT)
    .throwOnError();
  // The generated types of a view's columns allow null; these never are.
  return data.flatMap(({ id, name, group_type, max_capacity, patient_count, waitlist_count, seats_free }) =>
    id !== null && name !== null
      ? [
          {
            id,
            name,
            groupType: group_type ?? 'other',
            capacity: max_capacity ?? 0,
            taken: patient_count ?? 0,
            waiting: waitlist_count ?? 0,
            free: seats_free ?? 0,
          },
        ]
      : [],
  );
}

export type OpenGroup = Awaited<ReturnType<typeof getOpenGroups>>[number];

function openGroupsQueryOptions(organizationId: string, words: string) {
  return queryOptions({
    queryKey: patientKeys.openGroups(organizationId, words),
    queryFn: () => getOpenGroups(organizationId, words),
    placeholderData: keepPreviousData,
    // Seats are shown to decide by.
    staleTime: 0,
  });
}

export function useOpenGroups(words: string) {
  return useQuery(openGroupsQueryOptions(useOrganization().id, words));
}
