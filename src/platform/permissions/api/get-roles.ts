import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations/organization-context';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { inRoleOrder } from '../role-order';

/** The roles of an organization with the keys of what each may do: the organization admin first, then by name. */
async function getRoles(organizationId: string) {
  const { data } = await supabase
    .from('pf_roles')
    .select('id, key, name, is_system, granted:pf_role_permissions(permission_key)')
    .eq('organization_id', organizationId)
    .throwOnError();
  return inRoleOrder(
    data.map(({ granted, ...role }) => ({
      ...role,
      permissions: granted.map(({ permission_key }) => permission_key).sort(),
    })),
  );
}

export type Role = Awaited<ReturnType<typeof getRoles>>[number];

/** Kept fresh: what a role may do can be changed in another window. */
export function rolesQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'permissions', 'roles'),
    queryFn: () => getRoles(organizationId),
    staleTime: 0,
  });
}

/** The present organization's roles. */
export function useRoles() {
  return useQuery(rolesQueryOptions(useOrganization().id));
}
