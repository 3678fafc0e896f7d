import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations/organization-context';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { inRoleOrder } from '../role-order';
import { showRoles } from './show-roles';

interface RoleName {
  roleId: string;
  name: string;
}

/** Gives a role another name. Throws 23505 when the name is taken, PGRST116 when not allowed or gone. */
async function renameRole(organizationId: string, { roleId, name }: RoleName) {
  await supabase
    .from('pf_roles')
    .update({ name })
    .eq('organization_id', organizationId)
    .eq('id', roleId)
    .select('id')
    .single()
    .throwOnError();
}

export function useRenameRole() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: RoleName) => renameRole(organizationId, change),
    onSuccess: async (_nothing, { roleId, name }) => {
      await showRoles(queryClient, organizationId, (roles) =>
        inRoleOrder(roles.map((role) => (role.id === roleId ? { ...role, name } : role))),
      );
      return Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKey(organizationId, 'permissions') }),
        // Members, invitations and one's own membership name the role.
        queryClient.invalidateQueries({ queryKey: queryKey(organizationId, 'members') }),
        queryClient.invalidateQueries({ queryKey: ['memberships'] }),
      ]);
    },
  });
}
