import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { seriesKeys } from './keys';
import { SERIES_COLUMNS } from './series-columns';

/** The series whose last session is near or just past, soonest first, and that nobody has said are meant to end. */
async function getSeriesRunningOut(organizationId: string) {
  const { data } = await supabase
    .from('pm_session_series_overview')
    .select(SERIES_COLUMNS)
    .eq('organization_id', organizationId)
    .eq('is_running_out', true)
    .order('last_session_on')
    .throwOnError();
  return data;
}

/** Ask only for those who hold pm.group_schedule.view. */
export function useSeriesRunningOut() {
  const { id } = useOrganization();
  return useQuery({ queryKey: seriesKeys.runningOut(id), queryFn: () => getSeriesRunningOut(id) });
}
