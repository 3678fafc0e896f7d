import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { seriesKeys } from './keys';
import { SERIES_COLUMNS } from './series-columns';

/** One series with its dates in sum; null when there is none such, or it may not be seen. */
async function getSeries(organizationId: string, seriesId: string) {
  const { data } = await supabase
    .from('pm_session_series_overview')
    .select(SERIES_COLUMNS)
    .eq('organization_id', organizationId)
    .eq('id', seriesId)
    .maybeSingle()
    .throwOnError();
  return data;
}

/** A series as the overview tells it: wall-clock times, dates `YYYY-MM-DD` of its sessions that are not cancelled. */
export type Series = NonNullable<Awaited<ReturnType<typeof getSeries>>>;

export function seriesQueryOptions(organizationId: string, seriesId: string) {
  return queryOptions({
    queryKey: seriesKeys.detail(organizationId, seriesId),
    queryFn: () => getSeries(organizationId, seriesId),
  });
}
