import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { seriesKeys } from './keys';
import { SERIES_COLUMNS } from './series-columns';

/** The series of a group that still have sessions or could be extended; those that ended long ago are left out. */
async function getGroupSeries(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_session_series_overview')
    .select(SERIES_COLUMNS)
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .or('sessions_left.gt.0,is_running_out.is.true')
    .order('last_session_on')
    .throwOnError();
  return data;
}

export function groupSeriesQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: seriesKeys.ofGroup(organizationId, groupId),
    queryFn: () => getGroupSeries(organizationId, groupId),
  });
}
