import { Group, Select, Text } from '@mantine/core';
import { useRoles } from '@/platform/permissions';

interface RoleFilterProps {
  /** Key of the role; '' for everybody. */
  role: string;
  onChange: (role: string) => void;
  /** How many people the list shows. */
  count: number;
}

/** Narrows the list of members to those who hold a role. */
export function RoleFilter({ role, onChange, count }: RoleFilterProps) {
  const { data: roles = [] } = useRoles();
  return (
    <Group gap="sm">
      <Select
        aria-label="Filter by role"
        placeholder="Any role"
        data={roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={role || null}
        onChange={(picked) => onChange(picked ?? '')}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the filter role' }}
        comboboxProps={{ withinPortal: false }}
        w={{ base: '100%', xs: 240 }}
      />
      <Text size="sm" c="dimmed" role="status">
        {count === 1 ? '1 person' : `${count} people`}
      </Text>
    </Group>
  );
}
