import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { closedDayKeys } from './closed-day-keys';

// PostgREST gives at most 1,000 rows at once (max_rows).
const PAGE = 1000;

/** How many sessions are still scheduled on each of some dates (`YYYY-MM-DD`), by date; a date without any is missing. */
async function countSessionsOn(organizationId: string, dates: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let read = 0;
  let complete = dates.length === 0;
  while (!complete) {
    const { data } = await supabase
      .from('pm_group_schedule')
      .select('session_date')
      .eq('organization_id', organizationId)
      .eq('status', 'scheduled')
      .in('session_date', [...dates])
      .order('starts_at')
      .order('id')
      .range(read, read + PAGE - 1)
      .throwOnError();
    for (const { session_date } of data) counts[session_date] = (counts[session_date] ?? 0) + 1;
    read += data.length;
    complete = data.length < PAGE;
  }
  return counts;
}

export function sessionCountsQueryOptions(organizationId: string, dates: readonly string[]) {
  return queryOptions({
    queryKey: closedDayKeys.sessionCounts(organizationId, dates),
    queryFn: () => countSessionsOn(organizationId, dates),
  });
}
