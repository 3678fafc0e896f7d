import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

/** How many sessions of a group are planned or running. */
async function getSessionsToCome(organizationId: string, groupId: string): Promise<number> {
  const { count } = await supabase
    .from('pm_group_schedule')
    .select('id', { count: 'exact', head: true })
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .in('status', ['scheduled', 'active'])
    .gt('ends_at', new Date().toISOString())
    .throwOnError();
  return count ?? 0;
}

function sessionsToComeQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: groupKeys.sessionsToCome(organizationId, groupId),
    queryFn: () => getSessionsToCome(organizationId, groupId),
  });
}

/** The number of sessions to come; null while it is read, and for those who may not see the schedule. */
export function useSessionsToCome(groupId: string): number | null {
  const { can } = usePermissions();
  const { data } = useQuery({
    ...sessionsToComeQueryOptions(useOrganization().id, groupId),
    enabled: can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW),
  });
  return data ?? null;
}
