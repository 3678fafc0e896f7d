import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';

/** Makes an invitation's link worthless. Revoking one that is gone by now changes nothing. */
export async function revokeInvitation(organizationId: string, invitationId: string) {
  await supabase
    .from('pf_invitations')
    .delete()
    .eq('organization_id', organizationId)
    .eq('id', invitationId)
    .throwOnError();
}

export function useRevokeInvitation() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (invitationId: string) => revokeInvitation(id, invitationId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKey(id, 'members') }),
  });
}
