import { Group, Text } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { ListedSet } from '../api/get-question-sets';
import { groupsWords } from '../words';
import { KindBadge } from './kind-badge';
import classes from './library.module.css';
import { SetLink } from './set-link';

/** Question sets on a phone: a card each. */
export function SetCards({ sets }: { sets: readonly ListedSet[] }) {
  const seesGroups = usePermissions().can(PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW);
  return (
    <ul className={classes.cards} aria-label="Question sets">
      {sets.map((set) => (
        <li key={set.id} className={classes.card}>
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
            <SetLink set={set} />
            <KindBadge kind={set.kind} />
          </Group>
          <Text size="sm" c="dimmed" mt={2}>
            Version {set.version}
            {seesGroups && ` · ${set.groupCount === 0 ? 'no group uses it' : `used by ${groupsWords(set.groupCount)}`}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
