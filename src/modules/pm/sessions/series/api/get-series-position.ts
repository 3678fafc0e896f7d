import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { seriesKeys } from './keys';

/** Which of its series a session is, counted from 1 over those that are not cancelled. `startsAt`: as the database sends it. */
async function getSeriesPosition(organizationId: string, seriesId: string, startsAt: string): Promise<number> {
  const { count } = await supabase
    .from('pm_group_schedule')
    .select('id', { count: 'exact', head: true })
    .eq('organization_id', organizationId)
    .eq('series_id', seriesId)
    .neq('status', 'cancelled')
    .lte('starts_at', new Date(startsAt).toISOString())
    .throwOnError();
  return count ?? 0;
}

export function seriesPositionQueryOptions(organizationId: string, seriesId: string, startsAt: string) {
  return queryOptions({
    queryKey: seriesKeys.position(organizationId, seriesId, startsAt),
    queryFn: () => getSeriesPosition(organizationId, seriesId, startsAt),
  });
}
