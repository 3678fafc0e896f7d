import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';
import { SESSION_COLUMNS, toSession } from './session-row';

export interface GroupSessionsRequest {
  groupId: string;
  /** Upcoming sessions come soonest first, past ones latest first; a session is past once it has ended. */
  when: 'upcoming' | 'past';
  limit: number;
}

/** Sessions of one group; `total` counts those beyond the limit too. */
async function getGroupSessions(organizationId: string, { groupId, when, limit }: GroupSessionsRequest) {
  const now = new Date().toISOString();
  const sessions = supabase
    .from('pm_group_schedule')
    .select(SESSION_COLUMNS, { count: 'exact' })
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId);
  const timely = when === 'upcoming' ? sessions.gt('ends_at', now) : sessions.lte('ends_at', now);
  const { data, count } = await timely
    .order('starts_at', { ascending: when === 'upcoming' })
    .order('id')
    .limit(limit)
    .throwOnError();
  return { sessions: data.map(toSession), total: count ?? data.length };
}

export function groupSessionsQueryOptions(organizationId: string, request: GroupSessionsRequest) {
  return queryOptions({
    queryKey: sessionKeys.ofGroup(organizationId, request),
    queryFn: () => getGroupSessions(organizationId, request),
    placeholderData: keepPreviousData,
  });
}
