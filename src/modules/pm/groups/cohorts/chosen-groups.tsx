import { Group, Pill, Text } from '@mantine/core';
import type { ChosenGroup } from './api/get-chosen-groups';
import { CLONE_LIMIT } from './cohort-address';
import classes from './cohorts.module.css';

interface ChosenGroupsProps {
  groups: readonly ChosenGroup[];
  onRemove: (groupId: string) => void;
}

/** The groups that are ticked, whichever page or filter of the list they are on. */
export function ChosenGroups({ groups, onRemove }: ChosenGroupsProps) {
  return (
    <div>
      <Text size="sm" fw={500} mb={6} role="status">
        {groups.length === 0 ? `Choose 1 to ${CLONE_LIMIT} groups.` : `${groups.length} chosen`}
      </Text>
      <Group component="ul" gap={6} m={0} p={0} aria-label="Chosen groups">
        {groups.map(({ id, name }) => (
          <li key={id} className={classes.chosen}>
            <Pill
              size="md"
              withRemoveButton
              onRemove={() => onRemove(id)}
              removeButtonProps={{ 'aria-label': `Leave out ${name}`, tabIndex: 0, 'aria-hidden': false }}
            >
              {name}
            </Pill>
          </li>
        ))}
      </Group>
    </div>
  );
}
