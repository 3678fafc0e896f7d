import { Combobox, Text } from '@mantine/core';
import choices from '@/platform/ui/choices.module.css';
import type { FoundGroup } from './api/find-groups';
import { groupAvailability } from './group-availability';

interface GroupOptionProps {
  group: FoundGroup;
  /** The patient's standing in the group; undefined for none. */
  held: string | undefined;
}

/** A group with what it offers; one that the patient is in already cannot be chosen. */
export function GroupOption({ group, held }: GroupOptionProps) {
  return (
    <Combobox.Option value={group.id} disabled={held !== undefined} className={choices.option}>
      <Text size="sm" fw={500} lineClamp={2}>
        {group.name}
      </Text>
      <Text size="xs" c="dimmed">
        {[groupAvailability(group, held), group.code].filter(Boolean).join(' · ')}
      </Text>
    </Combobox.Option>
  );
}
