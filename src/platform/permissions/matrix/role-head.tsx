import { Group, Text } from '@mantine/core';
import type { Role } from '../api/get-roles';
import { isOrgAdmin } from '../role-order';
import type { OpenRoleDialog } from '../roles/role-dialog';
import { RoleMenu } from '../roles/role-menu';
import classes from './matrix-table.module.css';

interface RoleHeadProps {
  role: Role;
  /** Whether somebody else has made or renamed it since the page was opened. */
  changed: boolean;
  onOpenRole: OpenRoleDialog;
}

/** The head of a role's column. */
export function RoleHead({ role, changed, onOpenRole }: RoleHeadProps) {
  return (
    <>
      <Group gap={2} justify="center" wrap="nowrap" align="flex-start">
        <span className={classes.roleName} title={role.name}>
          <bdi>{role.name}</bdi>
        </span>
        <RoleMenu role={role} onOpen={onOpenRole} size={28} />
      </Group>
      {isOrgAdmin(role) && (
        <Text size="xs" c="dimmed" fw={400}>
          Always everything
        </Text>
      )}
      {changed && (
        <Text size="xs" fw={400}>
          Changed elsewhere
        </Text>
      )}
    </>
  );
}
