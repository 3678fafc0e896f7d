import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';

/**
 * The groups that sessions can be scheduled for (active ones), by name, with what a session takes from its group and the last
 * session that it has so far, cancelled and completed ones apart.
 */
async function getGroupOptions(organizationId: string) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select(
      'id, name, group_code, group_type, facilitator_id, co_facilitator_id, location, duration_minutes, recurrence_rule, time_period, start_date, end_date, last_sessions:pm_group_schedule(session_date, start_time)',
    )
    .eq('organization_id', organizationId)
    .eq('status', 'active')
    .in('last_sessions.status', ['scheduled', 'active'])
    .order('starts_at', { referencedTable: 'last_sessions', ascending: false })
    .limit(1, { referencedTable: 'last_sessions' })
    .order('name')
    .throwOnError();
  return data.map(({ last_sessions: [last], ...group }) => ({ ...group, last_session: last ?? null }));
}

export type GroupOption = Awaited<ReturnType<typeof getGroupOptions>>[number];

export function groupOptionsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: sessionKeys.groupOptions(organizationId),
    queryFn: () => getGroupOptions(organizationId),
  });
}
