import { useMutation } from '@tanstack/react-query';
import type { SessionPolicy } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { useRefreshGroups } from '../../api/keys';

/** Asks for the row back: a group that may not be edited would otherwise be passed over in silence. */
async function updatePolicy(organizationId: string, groupId: string, policy: SessionPolicy): Promise<void> {
  await supabase
    .from('pm_group_definitions')
    .update({ ...policy, allowed_time_slots: policy.allowed_time_slots.map((slot) => ({ ...slot })) })
    .eq('organization_id', organizationId)
    .eq('id', groupId)
    .select('id')
    .single()
    .throwOnError();
}

/** Saves the session policy of a group; planned sessions stay as they are. */
export function useUpdatePolicy(groupId: string) {
  const { id } = useOrganization();
  return useMutation({
    mutationFn: (policy: SessionPolicy) => updatePolicy(id, groupId, policy),
    onSettled: useRefreshGroups(),
  });
}
