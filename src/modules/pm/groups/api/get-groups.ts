import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import type { ListState } from '../list-state';
import { filteredGroups } from './filtered-groups';
import { groupKeys } from './keys';

/** PostgREST's refusal of a page that begins after the last row. */
const PAST_THE_END = 'PGRST103';

/** One page of the groups and how many there are in all; a page past the end is empty. */
async function getGroups(organizationId: string, filters: ListState, signal: AbortSignal) {
  const offset = (filters.page - 1) * filters.limit;
  const { data, count, error } = await filteredGroups(organizationId, filters)
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
