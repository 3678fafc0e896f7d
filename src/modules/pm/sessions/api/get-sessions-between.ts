import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import type { Session } from '../session';
import { sessionKeys } from './keys';
import { SESSION_COLUMNS, toSession } from './session-row';

/** From one instant (inclusive) to another (exclusive), as ISO 8601. */
export interface InstantRange {
  from: string;
  to: string;
}

// PostgREST gives at most 1,000 rows at once (max_rows); a busy month has more.
const PAGE = 1000;

/** All sessions that start within the range, in order; by starts_at, because that is what the index is on. */
async function getSessionsBetween(organizationId: string, { from, to }: InstantRange, signal: AbortSignal) {
  const sessions: Session[] = [];
  let complete = false;
  while (!complete) {
    const { data } = await supabase
      .from('pm_group_schedule')
      .select(SESSION_COLUMNS)
      .eq('organization_id', organizationId)
      .gte('starts_at', from)
      .lt('starts_at', to)
      .order('starts_at')
      .order('id')
      .range(sessions.length, sessions.length + PAGE - 1)
      .abortSignal(signal)
      .throwOnError();
    sessions.push(...data.map(toSession));
    complete = data.length < PAGE;
  }
  return sessions;
}

export function sessionsBetweenQueryOptions(organizationId: string, range: InstantRange) {
  return queryOptions({
    queryKey: sessionKeys.range(organizationId, range),
    queryFn: ({ signal }) => getSessionsBetween(organizationId, range, signal),
  });
}
