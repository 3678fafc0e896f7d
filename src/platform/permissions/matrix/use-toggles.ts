import { useOrganization } from '@/platform/organizations/organization-context';
import { confirmAction, notifyProblem } from '@/platform/ui';
import { type Role, useRoles } from '../api/get-roles';
import { useSetRolePermission } from '../api/set-role-permission';
import { PF_PERMISSIONS } from '../constants';
import { usePermissions } from '../permission-context';
import { isOrgAdmin } from '../role-order';

export interface Toggles {
  mayToggle: (role: Role, permissionKey: string) => boolean;
  /** Saves at once; a refusal is said in a toast. */
  toggle: (role: Role, permissionKey: string, granted: boolean) => void;
}

/** Which toggles the person may press, and what pressing one does. The database decides again. */
export function useToggles(): Toggles {
  const { role: ownRole } = useOrganization();
  const manages = usePermissions().can(PF_PERMISSIONS.PERMISSIONS_MANAGE);
  const held = useRoles().data?.find(({ id }) => id === ownRole.id)?.permissions ?? [];
  const { mutateAsync } = useSetRolePermission();

  function mayToggle(role: Role, permissionKey: string): boolean {
    if (!manages || isOrgAdmin(role)) return false;
    // Nobody grants what they do not hold; taking away is possible.
    return role.permissions.includes(permissionKey) || held.includes(permissionKey);
  }

  function toggle(role: Role, permissionKey: string, granted: boolean): void {
    const save = () => mutateAsync({ roleId: role.id, permissionKey, granted });
    if (role.id === ownRole.id && !granted) {
      confirmAction({
        title: 'Take this from your own role?',
        message: `You hold the role ${role.name} yourself. ${consequence(permissionKey)}`,
        confirmLabel: 'Take it away',
        danger: true,
        onConfirm: save,
      });
      return;
    }
    save().catch(notifyProblem);
  }

  return { mayToggle, toggle };
}

function consequence(permissionKey: string): string {
  return permissionKey === PF_PERMISSIONS.PERMISSIONS_MANAGE
    ? 'Afterwards you can change no permissions any more, this one included.'
    : 'You lose it too, and cannot give it back: nobody grants what they do not hold.';
}
