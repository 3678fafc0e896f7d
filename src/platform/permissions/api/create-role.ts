import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations/organization-context';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { inRoleOrder } from '../role-order';
import type { NewRoleFields } from '../roles/role.schema';
import { showRoles } from './show-roles';

/** Makes a role, without permissions or with those of another; answers its row. Throws PERMISSION_DENIED, ROLE_NOT_FOUND. */
async function createRole(organizationId: string, { name, copied_role_id }: NewRoleFields) {
  const { data } = await supabase
    .rpc('pf_create_role', { organization_id: organizationId, name, copied_role_id: copied_role_id || undefined })
    .throwOnError();
  return data;
}

export function useCreateRole() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (fields: NewRoleFields) => createRole(organizationId, fields),
    onSuccess: async ({ id, key, name, is_system }, { copied_role_id }) => {
      await showRoles(queryClient, organizationId, (roles) => {
        const permissions = roles.find((role) => role.id === copied_role_id)?.permissions ?? [];
        return inRoleOrder([...roles.filter((role) => role.id !== id), { id, key, name, is_system, permissions }]);
      });
      return queryClient.invalidateQueries({ queryKey: queryKey(organizationId, 'permissions') });
    },
  });
}
