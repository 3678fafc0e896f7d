import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { tapStore } from '../queue/attendance-queue';
import { personKey } from '../queue/tap';
import { refusedTaps } from '../queue/tap-order';
import { useTaps } from '../queue/use-taps';
import type { ListedPerson } from './attendance-model';

interface LostTapsProps {
  sessionId: string;
  people: readonly ListedPerson[];
}

/** What was refused about people who are not on the list any more: there is no line of theirs that could say so. */
export function LostTaps({ sessionId, people }: LostTapsProps) {
  const keys = new Set(people.map(({ key }) => key));
  const lost = refusedTaps(useTaps()).filter((tap) => tap.sessionId === sessionId && !keys.has(personKey(tap)));
  if (lost.length === 0) return null;
  return (
    <Alert color="red" radius={0} role="alert" icon={<IconUserOff aria-hidden />} title="Not accepted">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {lost.length === 1 ? 'One tap' : `${lost.length} taps`} about somebody who is not on the list any more. Add
          the person as a drop-in and record again, or discard.
        </Text>
        <Button size="compact-md" variant="default" onClick={() => tapStore.remove(lost)}>
          Discard
        </Button>
      </Group>
    </Alert>
  );
}
