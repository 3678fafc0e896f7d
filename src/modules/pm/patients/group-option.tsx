import { Combobox, Text } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
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
  // Who may not see enrollments counts none.
  const seesSeats = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  return (
    <Combobox.Option value={group.id} disabled={held !== undefined} className={choices.option}>
      <Text size="sm" fw={500} lineClamp={2}>
        {group.name}
      </Text>
      <Text size="xs" c="dimmed">
        {[seesSeats || held ? groupAvailability(group, held) : null, group.code].filter(Boolean).join(' · ')}
      </Text>
    </Combobox.Option>
  );
}
