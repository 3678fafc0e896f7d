import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

/** The sessions of a group that are running or come next, at most three. */
async function getNextSessions(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select('id, starts_at, ends_at, status, approval_status, location')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .in('status', ['scheduled', 'active'])
    .gt('ends_at', new Date().toISOString())
    .order('starts_at')
    .limit(3)
    .throwOnError();
  return data;
}

export type NextSession = Awaited<ReturnType<typeof getNextSessions>>[number];

function nextSessionsQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: groupKeys.nextSessions(organizationId, groupId),
    queryFn: () => getNextSessions(organizationId, groupId),
  });
}

/** `enabled`: false for those who may not see the schedule. */
export function useNextSessions(groupId: string, enabled = true) {
  return useQuery({ ...nextSessionsQueryOptions(useOrganization().id, groupId), enabled });
}
