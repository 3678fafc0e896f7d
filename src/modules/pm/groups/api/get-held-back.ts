import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { todayIn } from '@/platform/time';
import { groupKeys } from './keys';

/** The groups of those who are held back on a waitlist today, a group as often as it holds somebody. Few, so all at once. */
async function getHeldBack(organizationId: string, today: string): Promise<string[]> {
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select('group_definition_id')
    .eq('organization_id', organizationId)
    .eq('status', 'waitlisted')
    .not('waitlist_held_at', 'is', null)
    // On its last day a hold is over.
    .or(`waitlist_held_until.is.null,waitlist_held_until.gt.${today}`)
    .throwOnError();
  return data.map(({ group_definition_id }) => group_definition_id);
}

function heldBackQueryOptions(organizationId: string, today: string) {
  return queryOptions({
    queryKey: groupKeys.heldBack(organizationId, today),
    queryFn: () => getHeldBack(organizationId, today),
  });
}

/** How many of those who wait for a group are held back; 0 while it is not known. Nothing is asked where nobody waits. */
export function useHeldBack(group: { id: string; waitlist_count: number | null }): number {
  const { id, timezone } = useOrganization();
  const { data = 0 } = useQuery({
    ...heldBackQueryOptions(id, todayIn(timezone)),
    enabled: (group.waitlist_count ?? 0) > 0,
    select: (groupIds) => groupIds.filter((groupId) => groupId === group.id).length,
  });
  return data;
}
