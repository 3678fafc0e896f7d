import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';

/** The groups that sessions can be scheduled for (active ones), by name, with what a session takes from its group. */
async function getGroupOptions(organizationId: string) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select(
      'id, name, group_code, group_type, facilitator_id, co_facilitator_id, location, duration_minutes, recurrence_rule, time_period, start_date, end_date',
    )
    .eq('organization_id', organizationId)
    .eq('status', 'active')
    .order('name')
    .throwOnError();
  return data;
}

export type GroupOption = Awaited<ReturnType<typeof getGroupOptions>>[number];

export function groupOptionsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: sessionKeys.groupOptions(organizationId),
    queryFn: () => getGroupOptions(organizationId),
  });
}
