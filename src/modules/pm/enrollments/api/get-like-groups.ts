import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { RosterGroup } from '../roster-model';
import { enrollmentKeys } from './keys';

/** As many as a person compares. */
const LIMIT = 3;

type Question = Pick<RosterGroup, 'id' | 'group_type'>;

/** Other active groups of the same type that have free seats, those with most first. */
async function getLikeGroups(organizationId: string, { id, group_type }: Question) {
  const { data } = await supabase
    .from('pm_group_overview')
    .select('id, name, seats_free')
    .eq('organization_id', organizationId)
    .eq('status', 'active')
    .eq('group_type', group_type)
    .neq('id', id)
    .gt('seats_free', 0)
    .order('seats_free', { ascending: false })
    .order('name')
    .limit(LIMIT)
    .throwOnError();
  // The generated types of a view's columns allow null; these never are.
  return data.flatMap(({ id: groupId, name, seats_free }) =>
    groupId !== null && name !== null ? [{ id: groupId, name, free: seats_free ?? 0 }] : [],
  );
}

function likeGroupsQueryOptions(organizationId: string, { id, group_type }: Question) {
  return queryOptions({
    queryKey: enrollmentKeys.likeGroups(organizationId, { id, group_type }),
    queryFn: () => getLikeGroups(organizationId, { id, group_type }),
  });
}

export function useLikeGroups(group: Question) {
  return useQuery(likeGroupsQueryOptions(useOrganization().id, group));
}
