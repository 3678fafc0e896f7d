import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

/** More than a person can act on in a day; the groups page has them all. */
const LIMIT = 100;

/** Active groups that are under their minimum, over capacity, or have patients waiting. */
async function getGroupsToWatch(organizationId: string) {
  const { data } = await supabase
    .from('pm_group_overview')
    .select(
      'id, name, group_type, max_capacity, min_capacity, patient_count, waitlist_count, seats_free, is_over_capacity, is_under_minimum, next_session_at',
    )
    .eq('organization_id', organizationId)
    .eq('status', 'active')
    .or('is_over_capacity.is.true,is_under_minimum.is.true,waitlist_count.gt.0')
    .order('waitlist_count', { ascending: false })
    .order('name')
    .limit(LIMIT)
    .throwOnError();
  return data;
}

export type GroupToWatch = Awaited<ReturnType<typeof getGroupsToWatch>>[number];

function groupsToWatchQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'groups', 'to-watch'),
    queryFn: () => getGroupsToWatch(organizationId),
  });
}

/** The present organization's groups that want attention. */
export function useGroupsToWatch() {
  return useQuery(groupsToWatchQueryOptions(useOrganization().id));
}
