import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Roster } from './roster-model';
import { freeWhileWaitingSentence, overCapacitySentence, underMinimumSentence } from './sentences';

const STATE_WORDS: Readonly<Record<string, string>> = { inactive: 'inactive', completed: 'completed' };

/** What is out of the ordinary with a group's seats, and how to mend it. */
export function RosterNotices({ roster }: { roster: Roster }) {
  const { status } = roster.group;
  const over = overCapacitySentence(roster);
  const free = freeWhileWaitingSentence(roster);
  const under = underMinimumSentence(roster);
  return (
    <Stack gap="xs">
      {status !== 'active' && (
        <Alert
          color="gray"
          icon={<IconInfoCircle aria-hidden />}
          title={`This group is ${STATE_WORDS[status] ?? status}`}
        >
          It takes no patients and promotes nobody. Set its status to active to enroll.
        </Alert>
      )}
      {over && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Over capacity">
          {over}
        </Alert>
      )}
      {free && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />} title="Free seats and a waitlist">
          {free}
        </Alert>
      )}
      {under && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title="Under the minimum">
          {under}
        </Alert>
      )}
    </Stack>
  );
}
