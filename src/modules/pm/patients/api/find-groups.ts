import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { byFit, groupCondition } from '../group-search';
import { patientKeys } from './keys';

const LIMIT = 50;

/**
 * Groups with every word in name or code, with their seats, best fit first; at most 50, so that more words find the rest.
 * Takes the words, and whether those that take patients alone are wanted.
 */
async function findGroups(organizationId: string, words: string, onlyActive: boolean, signal: AbortSignal) {
  let request = supabase
    .from('pm_group_overview')
    .select('id, name, group_code, group_type, status, max_capacity, patient_count, waitlist_count, seats_free')
    .eq('organization_id', organizationId);
  if (onlyActive) request = request.eq('status', 'active');
  const condition = groupCondition(words);
  if (condition) request = request.or(condition);
  const { data } = await request
    // "active" is the first of the three by letters, too.
    .order('status')
    .order('name')
    .order('id')
    .limit(LIMIT)
    .abortSignal(signal)
    .throwOnError();
  // The generated types of a view's columns allow null; these never are.
  const groups = data.flatMap(({ id, name, max_capacity, patient_count, waitlist_count, seats_free, ...group }) =>
    id !== null && name !== null
      ? [
          {
            id,
            name,
            code: group.group_code,
            groupType: group.group_type ?? 'other',
            status: group.status ?? 'active',
            capacity: max_capacity ?? 0,
            taken: patient_count ?? 0,
            waiting: waitlist_count ?? 0,
            free: seats_free ?? 0,
          },
        ]
      : [],
  );
  return byFit(groups, words);
}

export type FoundGroup = Awaited<ReturnType<typeof findGroups>>[number];

function findGroupsQueryOptions(organizationId: string, words: string, onlyActive: boolean) {
  return queryOptions({
    queryKey: patientKeys.groups(organizationId, { words, onlyActive }),
    queryFn: ({ signal }) => findGroups(organizationId, words, onlyActive, signal),
    placeholderData: keepPreviousData,
    // Seats are shown to decide by.
    staleTime: 0,
  });
}

/** Groups by the words of their name or code; all of them for none. `enabled: false` asks nothing. */
export function useFindGroups(
  words: string,
  { onlyActive, enabled = true }: { onlyActive: boolean; enabled?: boolean },
) {
  return useQuery({ ...findGroupsQueryOptions(useOrganization().id, words, onlyActive), enabled });
}
