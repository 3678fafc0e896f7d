import { queryOptions } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

/** The keys of the permissions that a role holds. */
async function getRolePermissions(organizationId: string, roleId: string) {
  const { data } = await supabase
    .from('pf_role_permissions')
    .select('permission_key')
    .eq('organization_id', organizationId)
    .eq('role_id', roleId)
    .throwOnError();
  return data.map((row) => row.permission_key);
}

/** Read again with every load and window focus, so that a change of permissions is noticed without signing in again. */
export function rolePermissionsQueryOptions(organizationId: string, roleId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'permissions', 'of-role', roleId),
    queryFn: () => getRolePermissions(organizationId, roleId),
    staleTime: 0,
  });
}
