import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';

export interface MemberChange {
  /** Id of the person's profile. */
  userId: string;
  role_id?: string;
  status?: 'active' | 'suspended';
}

/** Changes a member's role or suspends the member. Throws LAST_ORG_ADMIN, PERMISSION_DENIED; PGRST116 when not allowed or gone. */
async function updateMember(organizationId: string, { userId, ...change }: MemberChange) {
  await supabase
    .from('pf_memberships')
    .update(change)
    .eq('organization_id', organizationId)
    .eq('user_id', userId)
    .select('user_id')
    .single()
    .throwOnError();
}

export function useUpdateMember() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: MemberChange) => updateMember(id, change),
    // Also when refused: the list may be what is out of date. The memberships tell people their own role.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKey(id, 'members') }),
        queryClient.invalidateQueries({ queryKey: ['memberships'] }),
      ]),
  });
}
