import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations/organization-context';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { type Grant, withGrant } from '../matrix-model';
import { showRoles } from './show-roles';

/** Grants or revokes one permission of a role; it takes effect with the next statement of whoever holds the role. */
async function setRolePermission({ roleId, permissionKey, granted }: Grant) {
  await supabase
    .rpc('pf_set_role_permission', { role_id: roleId, permission_key: permissionKey, granted })
    .throwOnError();
}

/** The key of toggles that are on their way. */
export function settingRolePermissionKey(organizationId: string) {
  return [organizationId, 'set-role-permission'];
}

/** Shows the change at once and takes it back when it is refused; other toggles pressed meanwhile stay as they are. */
export function useSetRolePermission() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  const mutationKey = settingRolePermissionKey(organizationId);
  const show = (grant: Grant) => showRoles(queryClient, organizationId, (roles) => withGrant(roles, grant));

  return useMutation({
    mutationKey,
    // One after the other: of two presses of the same toggle the later one counts.
    scope: { id: mutationKey.join(' ') },
    mutationFn: setRolePermission,
    onMutate: show,
    onError: (_error, grant) => show({ ...grant, granted: !grant.granted }),
    onSettled: () => {
      // The last of several reads again; an earlier answer would undo for a moment what is still on its way.
      if (queryClient.isMutating({ mutationKey }) > 1) return;
      // Not waited for: the toggle is over, and whatever this reading finds different was done elsewhere.
      queryClient.invalidateQueries({ queryKey: queryKey(organizationId, 'permissions') });
    },
  });
}
