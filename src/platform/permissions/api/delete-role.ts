import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations/organization-context';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { showRoles } from './show-roles';

/** Deletes a role that nobody holds. Throws ROLE_IN_USE, PERMISSION_DENIED (system roles), PGRST116 when not allowed or gone. */
async function deleteRole(organizationId: string, roleId: string) {
  await supabase
    .from('pf_roles')
    .delete()
    .eq('organization_id', organizationId)
    .eq('id', roleId)
    .select('id')
    .single()
    .throwOnError();
}

export function useDeleteRole() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (roleId: string) => deleteRole(organizationId, roleId),
    onSuccess: async (_nothing, roleId) => {
      await showRoles(queryClient, organizationId, (roles) => roles.filter(({ id }) => id !== roleId));
      return Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKey(organizationId, 'permissions') }),
        // Open invitations with the role are gone with it.
        queryClient.invalidateQueries({ queryKey: queryKey(organizationId, 'members') }),
      ]);
    },
  });
}
