import { Alert, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { OverCapacity } from './over-capacity';
import type { Roster } from './roster-model';
import { freeWhileWaitingSentence, underMinimumSentence } from './sentences';

const STATE_WORDS: Readonly<Record<string, string>> = { inactive: 'inactive', completed: 'completed' };

/** What is out of the ordinary with a group's seats, and how to mend it. */
export function RosterNotices({ roster }: { roster: Roster }) {
  const { status } = roster.group;
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
      <OverCapacity roster={roster} />
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
