import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from '../../api/keys';
import { SESSION_COLUMNS, toSession } from '../../api/session-row';

/** The sessions that wait for approval, the soonest first; `total` counts those beyond the limit too. */
async function getPendingSessions(organizationId: string, limit: number) {
  const { data, count } = await supabase
    .from('pm_group_schedule')
    .select(`${SESSION_COLUMNS}, created_by, created_at, notes`, { count: 'exact' })
    .eq('organization_id', organizationId)
    .eq('approval_status', 'pending')
    .eq('status', 'scheduled')
    .order('starts_at')
    .order('id')
    .limit(limit)
    .throwOnError();
  return { sessions: data.map(toSession), total: count ?? data.length };
}

export type PendingSession = Awaited<ReturnType<typeof getPendingSessions>>['sessions'][number];

function pendingSessionsQueryOptions(organizationId: string, limit: number) {
  return queryOptions({
    queryKey: sessionKeys.pending(organizationId, { limit }),
    queryFn: () => getPendingSessions(organizationId, limit),
    placeholderData: keepPreviousData,
  });
}

/** What waits for approval in the present organization, at most `limit` of it. */
export function usePendingSessions(limit: number) {
  return useQuery(pendingSessionsQueryOptions(useOrganization().id, limit));
}
