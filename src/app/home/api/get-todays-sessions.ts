import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { todayIn } from '@/platform/time';

/** The sessions of a day (`YYYY-MM-DD` on the organization's clock) in the order in which they start, with how full their groups are. */
async function getSessionsOn(organizationId: string, date: string) {
  const { data: sessions } = await supabase
    .from('pm_group_schedule')
    .select(
      'id, group_definition_id, starts_at, ends_at, status, approval_status, location, facilitator_id, co_facilitator_id',
    )
    .eq('organization_id', organizationId)
    .eq('session_date', date)
    .order('starts_at')
    .throwOnError();
  const groupIds = [...new Set(sessions.map((session) => session.group_definition_id))];
  const { data: groups } = await supabase
    .from('pm_group_overview')
    .select('id, name, group_type, max_capacity, patient_count, waitlist_count')
    .eq('organization_id', organizationId)
    .in('id', groupIds)
    .throwOnError();
  const groupById = new Map(groups.map((group) => [group.id, group]));
  return sessions.map((session) => ({ ...session, group: groupById.get(session.group_definition_id) ?? null }));
}

export type TodaysSession = Awaited<ReturnType<typeof getSessionsOn>>[number];

function sessionsOnQueryOptions(organizationId: string, date: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'schedule', 'on-day', date),
    queryFn: () => getSessionsOn(organizationId, date),
  });
}

/** Today's sessions of the present organization; a group that was deleted is null. */
export function useTodaysSessions() {
  const { id, timezone } = useOrganization();
  return useQuery(sessionsOnQueryOptions(id, todayIn(timezone)));
}
