import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { questionSetKeys } from './keys';

/** The groups that a question set can be given to: those that are not over, by name. */
async function getGroupChoices(organizationId: string) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select('id, name, group_code, status, facilitator_id, co_facilitator_id')
    .eq('organization_id', organizationId)
    .neq('status', 'completed')
    .order('name')
    .order('id')
    .throwOnError();
  return data;
}

export function useGroupChoices() {
  const { id: organizationId } = useOrganization();
  return useQuery({
    queryKey: questionSetKeys.groupChoices(organizationId),
    queryFn: () => getGroupChoices(organizationId),
  });
}
