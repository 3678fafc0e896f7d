import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';

async function getReportGroups(organizationId: string) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select('id, name, group_type, status')
    .eq('organization_id', organizationId)
    .order('name')
    .throwOnError();
  return data;
}

function reportGroupsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: reportKeys.groups(organizationId),
    queryFn: () => getReportGroups(organizationId),
  });
}

/** The groups that reports can be about, by name: those that have ended too, which held sessions as well. */
export function useReportGroups() {
  return useQuery(reportGroupsQueryOptions(useOrganization().id));
}
