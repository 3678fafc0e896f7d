import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useOrganization } from '@/platform/organizations/organization-context';
import { type Role, rolesQueryOptions } from '../api/get-roles';
import { settingRolePermissionKey } from '../api/set-role-permission';
import { changesBetween, type RoleChange, withNewer, withoutOwn } from '../role-changes';

/**
 * What others have changed in the roles since the page was opened. One's own changes are shown before they are saved, so
 * whatever a reading differs in from what is shown was done elsewhere.
 */
export function useChangesElsewhere() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  const [changes, setChanges] = useState<readonly RoleChange[]>([]);

  useEffect(() => {
    const rolesHash = hashKey(rolesQueryOptions(organizationId).queryKey);
    // The first reading after the page was opened is what the person begins with.
    let shown: readonly Role[] | undefined;
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryHash !== rolesHash) return;
      const next: readonly Role[] = event.action.data;
      const own = event.action.manual === true;
      // A reading from before a toggle arrived is out of date; another follows.
      if (!own && queryClient.isMutating({ mutationKey: settingRolePermissionKey(organizationId) }) > 0) return;
      if (shown) {
        const difference = changesBetween(shown, next);
        if (difference.length > 0) {
          setChanges((told) => (own ? withoutOwn(told, difference) : withNewer(told, difference)));
        }
      }
      if (shown || !own) shown = next;
    });
  }, [queryClient, organizationId]);

  return { changes, dismiss: () => setChanges([]) };
}
