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

/** All sessions that start within the range, in order. The first page tells how many there are; the others come together. */
async function getSessionsBetween(organizationId: string, range: InstantRange, signal: AbortSignal) {
  const first = await getPage(organizationId, range, 0, signal);
  const pages = Math.ceil((first.count ?? 0) / PAGE);
  const others = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => getPage(organizationId, range, index + 1, signal)),
  );
  return [first, ...others].flatMap(({ data }): Session[] => data.map(toSession));
}

/** By starts_at, because that is what the index is on. */
function getPage(organizationId: string, { from, to }: InstantRange, page: number, signal: AbortSignal) {
  return supabase
    .from('pm_group_schedule')
    .select(SESSION_COLUMNS, page === 0 ? { count: 'exact' } : {})
    .eq('organization_id', organizationId)
    .gte('starts_at', from)
    .lt('starts_at', to)
    .order('starts_at')
    .order('id')
    .range(page * PAGE, (page + 1) * PAGE - 1)
    .abortSignal(signal)
    .throwOnError();
}

export function sessionsBetweenQueryOptions(organizationId: string, range: InstantRange) {
  return queryOptions({
    queryKey: sessionKeys.range(organizationId, range),
    queryFn: ({ signal }) => getSessionsBetween(organizationId, range, signal),
  });
}
