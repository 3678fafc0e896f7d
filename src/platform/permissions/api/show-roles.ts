import type { QueryClient } from '@tanstack/react-query';
import { type Role, rolesQueryOptions } from './get-roles';

/**
 * Shows a change of one's own in the roles that were read, before the server is read again.
 * What the next reading differs in is then somebody else's doing.
 */
export async function showRoles(
  queryClient: QueryClient,
  organizationId: string,
  change: (roles: readonly Role[]) => Role[],
): Promise<void> {
  const { queryKey: rolesKey } = rolesQueryOptions(organizationId);
  // An answer that is on its way does not know the change yet.
  await queryClient.cancelQueries({ queryKey: rolesKey });
  queryClient.setQueryData<Role[]>(rolesKey, (roles) => roles && change(roles));
}
