import { queryOptions } from '@tanstack/react-query';
import { PM_PERMISSIONS } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

/** As in the app: from then on a planned session is meant when somebody wants to start. */
const NEAR_MILLISECONDS = 30 * 60_000;

/** The group's planned session that is due about now and that this person may start; null for none. */
async function getDueSession(organizationId: string, groupId: string, userId: string, signal: AbortSignal) {
  const now = Date.now();
  const [planned, mayStart] = await Promise.all([
    supabase
      .from('pm_group_schedule')
      .select('id, starts_at, ends_at')
      .eq('organization_id', organizationId)
      .eq('group_definition_id', groupId)
      .eq('status', 'scheduled')
      .lte('starts_at', new Date(now + NEAR_MILLISECONDS).toISOString())
      .gt('ends_at', new Date(now).toISOString())
      .order('starts_at')
      .limit(1)
      .abortSignal(signal)
      .maybeSingle()
      .throwOnError(),
    supabase
      .from('pf_memberships')
      .select('role:pf_roles!inner(permissions:pf_role_permissions!inner(permission_key))')
      .eq('organization_id', organizationId)
      .eq('user_id', userId)
      .eq('role.permissions.permission_key', PM_PERMISSIONS.GROUP_SCHEDULE_EDIT)
      .abortSignal(signal)
      .maybeSingle()
      .throwOnError(),
  ]);
  return mayStart.data && planned.data;
}

export type DueSession = NonNullable<Awaited<ReturnType<typeof getDueSession>>>;

export function dueSessionQueryOptions(organizationId: string, groupId: string, userId: string) {
  return queryOptions({
    queryKey: groupKeys.dueSession(organizationId, groupId),
    queryFn: ({ signal }) => getDueSession(organizationId, groupId, userId, signal),
    networkMode: 'always',
    // Minutes decide here.
    staleTime: 5_000,
  });
}
