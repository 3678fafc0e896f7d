import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { seriesKeys } from './keys';

/** The sessions of a series that are still scheduled, in order: those that a change or a cancellation of it could touch. */
async function getScheduledOfSeries(organizationId: string, seriesId: string) {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select('id, session_date, start_time, end_time, starts_at')
    .eq('organization_id', organizationId)
    .eq('series_id', seriesId)
    .eq('status', 'scheduled')
    .order('starts_at')
    .order('id')
    .throwOnError();
  return data;
}

export type SeriesSession = Awaited<ReturnType<typeof getScheduledOfSeries>>[number];

export function seriesSessionsQueryOptions(organizationId: string, seriesId: string) {
  return queryOptions({
    queryKey: seriesKeys.sessions(organizationId, seriesId),
    queryFn: () => getScheduledOfSeries(organizationId, seriesId),
  });
}
