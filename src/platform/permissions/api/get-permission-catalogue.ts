import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations/organization-context';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

/** Every permission that a role can hold. */
async function getPermissionCatalogue() {
  const { data } = await supabase
    .from('pf_permissions')
    .select('key, module, resource, action, description')
    .eq('is_active', true)
    .throwOnError();
  return data;
}

export type CataloguePermission = Awaited<ReturnType<typeof getPermissionCatalogue>>[number];

function permissionCatalogueQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'permissions', 'catalogue'),
    queryFn: getPermissionCatalogue,
    staleTime: 60 * 60_000,
  });
}

export function usePermissionCatalogue() {
  return useQuery(permissionCatalogueQueryOptions(useOrganization().id));
}
