import { queryOptions } from '@tanstack/react-query';
import type { Permission } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from '../../api/keys';

/** The ids of the roles that hold all of the permissions. */
async function getRolesWith(organizationId: string, permissions: readonly Permission[]): Promise<string[]> {
  const { data } = await supabase
    .from('pf_role_permissions')
    .select('role_id')
    .eq('organization_id', organizationId)
    .in('permission_key', [...permissions])
    .throwOnError();
  const roles = data.map(({ role_id }) => role_id);
  return [...new Set(roles)].filter((role) => roles.filter((held) => held === role).length === permissions.length);
}

export function rolesWithQueryOptions(organizationId: string, permissions: readonly Permission[]) {
  return queryOptions({
    queryKey: sessionKeys.rolesWith(organizationId, permissions),
    queryFn: () => getRolesWith(organizationId, permissions),
    staleTime: 60_000,
  });
}
