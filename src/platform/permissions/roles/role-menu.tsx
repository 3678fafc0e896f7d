import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Role } from '../api/get-roles';
import { PF_PERMISSIONS } from '../constants';
import { usePermissions } from '../permission-context';
import { isOrgAdmin } from '../role-order';
import type { OpenRoleDialog } from './role-dialog';
import { useHoldersAddress } from './use-holders-address';

interface RoleMenuProps {
  role: Role;
  onOpen: OpenRoleDialog;
}

/** What may be done with a role as a whole. */
export function RoleMenu({ role, onOpen }: RoleMenuProps) {
  const { can } = usePermissions();
  const holdersAddress = useHoldersAddress();
  if (!can(PF_PERMISSIONS.PERMISSIONS_MANAGE)) return null;
  return (
    // Fixed, so that the table, which scrolls inside itself, does not cut it off.
    <Menu position="bottom-end" shadow="md" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Actions for the role ${role.name}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!isOrgAdmin(role) && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => onOpen({ kind: 'rename', role })}
          >
            Rename…
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => onOpen({ kind: 'create', role })}>
          Copy…
        </Menu.Item>
        {can(PF_PERMISSIONS.MEMBERS_VIEW) && (
          <Menu.Item component={Link} to={holdersAddress(role)} leftSection={<IconUsers size={16} aria-hidden />}>
            Show who holds it
          </Menu.Item>
        )}
        {!role.is_system && (
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => onOpen({ kind: 'delete', role })}
          >
            Delete…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
