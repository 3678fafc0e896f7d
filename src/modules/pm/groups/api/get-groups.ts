import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { ListState } from '../list-state';
import { searchCondition } from '../search-pattern';
import { groupKeys } from './keys';

const COLUMNS =
  'id, name, group_code, group_type, status, facilitator_name, co_facilitator_id, time_period, start_date, end_date, max_capacity, min_capacity, patient_count, waitlist_count, next_session_at';

/** PostgREST's refusal of a page that begins after the last row. */
const PAST_THE_END = 'PGRST103';

/** The groups that the filters leave, narrowed by the server; order and page come on top. */
function filteredGroups(organizationId: string, filters: ListState) {
  let query = supabase
    .from('pm_group_overview')
    .select(COLUMNS, { count: 'exact' })
    .eq('organization_id', organizationId);
  if (filters.type.length > 0) query = query.in('group_type', filters.type);
  if (filters.status.length > 0) query = query.in('status', filters.status);
  if (filters.seats === 'over') query = query.is('is_over_capacity', true);
  if (filters.seats === 'under') query = query.is('is_under_minimum', true);
  if (filters.seats === 'free') query = query.gt('seats_free', 0);
  if (filters.seats === 'waiting') query = query.gt('waitlist_count', 0);
  const conditions = [searchOf(filters.search), facilitatorOf(filters.facilitator)].filter((part) => part !== null);
  // One parameter for all alternatives: several `or` are not combined everywhere.
  return conditions.length === 0 ? query : query.or(`and(${conditions.map((part) => `or(${part})`).join(',')})`);
}

function searchOf(words: string): string | null {
  return words.trim() === '' ? null : searchCondition(words.trim());
}

function facilitatorOf(facilitator: string): string | null {
  if (facilitator === '') return null;
  if (facilitator === 'none') return 'facilitator_id.is.null';
  return `facilitator_id.eq.${facilitator},co_facilitator_id.eq.${facilitator}`;
}

/** One page of the groups and how many there are in all; a page past the end is empty. */
async function getGroups(organizationId: string, filters: ListState, signal: AbortSignal) {
  const ascending = filters.order === 'asc';
  const offset = (filters.page - 1) * filters.limit;
  const { data, count, error } = await filteredGroups(organizationId, filters)
    .order(filters.sort, { ascending, nullsFirst: false })
    .order('id')
    .range(offset, offset + filters.limit - 1)
    .abortSignal(signal);
  if (!error) return { groups: data, total: count ?? data.length };
  if (error.code !== PAST_THE_END) throw error;
  const present = await filteredGroups(organizationId, filters).limit(1).abortSignal(signal).throwOnError();
  return { groups: [], total: present.count ?? 0 };
}

export type GroupListItem = Awaited<ReturnType<typeof getGroups>>['groups'][number];

export function groupsQueryOptions(organizationId: string, filters: ListState) {
  return queryOptions({
    queryKey: groupKeys.list(organizationId, filters),
    queryFn: ({ signal }) => getGroups(organizationId, filters, signal),
    placeholderData: keepPreviousData,
  });
}

/** The page of groups that the address asks for. */
export function useGroups(filters: ListState) {
  return useQuery(groupsQueryOptions(useOrganization().id, filters));
}
