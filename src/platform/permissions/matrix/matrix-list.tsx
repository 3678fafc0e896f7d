import { Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import * as z from 'zod';
import { useUrlState } from '@/platform/query';
import { cellOf } from '../role-changes';
import { isOrgAdmin } from '../role-order';
import { RoleMenu } from '../roles/role-menu';
import type { MatrixProps } from './matrix-props';
import { PermissionSwitch } from './permission-switch';

const roleSchema = z.object({ role: z.string().default('') });

/** The matrix on a phone: one role at a time. */
export function MatrixList({ module, roles, toggles, changed, onOpenRole }: MatrixProps) {
  const [{ role: key }, setView] = useUrlState(roleSchema);
  // The organization admin, who comes first, has nothing to be changed.
  const role = roles.find((candidate) => candidate.key === key) ?? roles[1] ?? roles[0];
  if (!role) return null;
  return (
    <Stack>
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <Select
          label="Role"
          data={roles.map(({ key: value, name }) => ({ value, label: name }))}
          value={role.key}
          onChange={(chosen) => setView({ role: chosen ?? '' }, { replace: true })}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          flex={1}
        />
        <RoleMenu role={role} onOpen={onOpenRole} size={36} />
      </Group>
      {isOrgAdmin(role) && (
        <Text size="sm">{role.name} always holds every permission, so that nobody is locked out.</Text>
      )}
      {module.resources.map((group) => (
        <Paper key={group.resource} p="sm">
          <Title order={2} size="h3" mb="xs">
            {group.label}
          </Title>
          <Stack gap="md">
            {group.permissions.map((permission) => (
              <div key={permission.key}>
                <PermissionSwitch
                  role={role}
                  permission={permission}
                  toggles={toggles}
                  changed={changed.has(cellOf(role.id, permission.key))}
                  label={permission.description}
                />
              </div>
            ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
