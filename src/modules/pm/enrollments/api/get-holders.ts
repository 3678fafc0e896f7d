import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { enrollmentKeys } from './keys';

/** Holds of those who wait now are among the latest. */
const LIMIT = 200;

/** Who held back whom last: profile ids (null: the system) by the patients' ids. */
async function getHolders(organizationId: string, groupId: string): Promise<ReadonlyMap<string | null, string | null>> {
  const { data } = await supabase
    .from('pm_group_activity_log')
    .select('patient_id, performed_by')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('action', 'waitlist_held')
    .order('id', { ascending: false })
    .limit(LIMIT)
    .throwOnError();
  // Later entries of a map win: the latest hold comes last.
  return new Map(data.reverse().map(({ patient_id, performed_by }) => [patient_id, performed_by]));
}

function holdersQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: enrollmentKeys.holders(organizationId, groupId),
    queryFn: () => getHolders(organizationId, groupId),
  });
}

/** Asked only where somebody is held. */
export function useHolders(groupId: string, enabled: boolean) {
  return useQuery({ ...holdersQueryOptions(useOrganization().id, groupId), enabled });
}
