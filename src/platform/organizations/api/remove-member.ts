import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';

/**
 * Ends a person's membership. Takes the id of the person's profile. Throws LAST_ORG_ADMIN, MEMBER_HAS_SESSIONS,
 * PERMISSION_DENIED; PGRST116 when not allowed or gone.
 */
async function removeMember(organizationId: string, userId: string) {
  await supabase
    .from('pf_memberships')
    .delete()
    .eq('organization_id', organizationId)
    .eq('user_id', userId)
    .select('user_id')
    .single()
    .throwOnError();
}

export function useRemoveMember() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => removeMember(id, userId),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKey(id, 'members') }),
    // Groups that the person facilitated have nobody now.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKey(id, 'groups') }),
  });
}
