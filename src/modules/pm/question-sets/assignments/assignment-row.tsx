import { ActionIcon, Badge, Group, Switch, Text } from '@mantine/core';
import { IconRepeat, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './assignments.module.css';
import { type Pair, useAssigning } from './use-assigning';

interface AssignmentRowProps {
  pair: Pair;
  isCheckIn: boolean;
  mayChange: boolean;
  /** What the row is about, as a link. */
  name: ReactNode;
  /** The pair of the set that the group asks at every session so far, where that is known. */
  checkInSoFar: Pair | null;
  removeLabel: string;
}

/** A group that uses a set, or a set that a group uses: whether every session asks it, and the way to end it. */
export function AssignmentRow({ pair, isCheckIn, mayChange, name, checkInSoFar, removeLabel }: AssignmentRowProps) {
  const { setCheckIn, unassign, isRunning } = useAssigning();
  return (
    <li className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <div className={classes.name}>{name}</div>
        {mayChange && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            mt={-4}
            aria-label={removeLabel}
            disabled={isRunning}
            onClick={() => unassign(pair, isCheckIn)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {mayChange ? (
        <Switch
          size="sm"
          label="At every session"
          aria-label={`${pair.title} at every session of ${pair.groupName}`}
          checked={isCheckIn}
          // A click while the last one is on its way would ask for what is not known yet.
          onChange={(event) => !isRunning && setCheckIn(pair, event.currentTarget.checked, checkInSoFar)}
          mt={4}
        />
      ) : (
        isCheckIn && (
          <Badge mt={4} leftSection={<IconRepeat size={13} aria-hidden />}>
            At every session
          </Badge>
        )
      )}
    </li>
  );
}

/** What "at every session" means. */
export function CheckInHint() {
  return (
    <Text size="xs" c="dimmed" mt="xs">
      “At every session”: asked from the start of each session on, without anybody choosing it. One set a group.
    </Text>
  );
}
