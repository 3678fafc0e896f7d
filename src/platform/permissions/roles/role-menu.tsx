import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import type { Role } from '../api/get-roles';
import { PF_PERMISSIONS } from '../constants';
import { usePermissions } from '../permission-context';
import { isOrgAdmin } from '../role-order';
import type { OpenRoleDialog, RoleTask } from './role-dialog';
import { useHoldersAddress } from './use-holders-address';

interface RoleMenuProps {
  role: Role;
  onOpen: OpenRoleDialog;
  /** Of the button, in pixels. */
  size: number;
}

/** What may be done with a role as a whole. */
export function RoleMenu({ role, onOpen, size }: RoleMenuProps) {
  const { can } = usePermissions();
  const holdersAddress = useHoldersAddress();
  const button = useRef<HTMLButtonElement>(null);
  if (!can(PF_PERMISSIONS.PERMISSIONS_MANAGE)) return null;

  function start(task: RoleTask) {
    // The menu's item is gone when the dialog closes; the focus comes back to this.
    button.current?.focus();
    onOpen(task);
  }

  return (
    // Fixed, so that the table, which scrolls inside itself, does not cut it off.
    <Menu position="bottom-end" shadow="md" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={size}
          aria-label={`Actions for the role ${role.name}`}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!isOrgAdmin(role) && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => start({ kind: 'rename', role })}>
            Rename…
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => start({ kind: 'create', role })}>
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
            onClick={() => start({ kind: 'delete', role })}
          >
            Delete…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
