import { Paper, Select, Stack, Text, Title } from '@mantine/core';
import * as z from 'zod';
import { useUrlState } from '@/platform/query';
import type { Role } from '../api/get-roles';
import type { ModuleRows } from '../matrix-model';
import { isOrgAdmin } from '../role-order';
import { PermissionSwitch } from './permission-switch';
import type { Toggles } from './use-toggles';

interface MatrixListProps {
  modules: readonly ModuleRows[];
  roles: readonly Role[];
  toggles: Toggles;
}

const roleSchema = z.object({ role: z.string().default('') });

/** The matrix on a phone: one role at a time. */
export function MatrixList({ modules, roles, toggles }: MatrixListProps) {
  const [{ role: key }, setView] = useUrlState(roleSchema);
  // The organization admin, who comes first, has nothing to be changed.
  const role = roles.find((candidate) => candidate.key === key) ?? roles[1] ?? roles[0];
  if (!role) return null;
  return (
    <Stack>
      <Select
        label="Role"
        data={roles.map(({ key: value, name }) => ({ value, label: name }))}
        value={role.key}
        onChange={(chosen) => setView({ role: chosen ?? '' }, { replace: true })}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      {isOrgAdmin(role) && <Text size="sm">{role.name} always holds every permission.</Text>}
      {modules.map(({ module, label, resources }) => (
        <Stack key={module} component="section" gap="sm">
          <Title order={2}>{label}</Title>
          {resources.map((group) => (
            <Paper key={group.resource} p="sm">
              <Title order={3} mb="xs">
                {group.label}
              </Title>
              <Stack gap="md">
                {group.permissions.map((permission) => (
                  <PermissionSwitch
                    key={permission.key}
                    role={role}
                    permission={permission}
                    toggles={toggles}
                    label={permission.description}
                  />
                ))}
              </Stack>
            </Paper>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
