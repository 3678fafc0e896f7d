import { Group, Select, Text } from '@mantine/core';
import { type Control, useController } from 'react-hook-form';
import { groupTypeLook } from '@/platform/ui';
import type { GroupOption } from './api/get-group-options';
import type { SessionFormValues } from './session-form.schema';

interface GroupFieldProps {
  control: Control<SessionFormValues>;
  groups: readonly GroupOption[];
  onChosen: (group: GroupOption | undefined) => void;
}

/** Chooses the group by typing part of its name or code. */
export function GroupField({ control, groups, onChosen }: GroupFieldProps) {
  const { field, fieldState } = useController({ control, name: 'group_definition_id' });
  return (
    <Select
      {...field}
      value={field.value || null}
      onChange={(id) => {
        field.onChange(id ?? '');
        onChosen(groups.find((group) => group.id === id));
      }}
      label="Group"
      placeholder="Type part of its name"
      data={groups.map(({ id, name, group_code }) => ({
        value: id,
        label: group_code ? `${name} (${group_code})` : name,
      }))}
      renderOption={({ option }) => <GroupChoice group={groups.find(({ id }) => id === option.value)} />}
      searchable
      limit={50}
      nothingFoundMessage="No active group is called so"
      error={fieldState.error?.message}
      // What is refused about the group would lie below its open list.
      inputWrapperOrder={['label', 'error', 'input']}
      data-autofocus={field.value === '' || undefined}
    />
  );
}

function GroupChoice({ group }: { group: GroupOption | undefined }) {
  if (!group) return null;
  const { icon: TypeIcon, color, label } = groupTypeLook(group.group_type);
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      <TypeIcon size={16} color={color} aria-hidden style={{ flexShrink: 0 }} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" truncate>
          {group.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {[label, group.group_code].filter(Boolean).join(' · ')}
        </Text>
      </div>
    </Group>
  );
}
