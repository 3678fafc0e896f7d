import { Alert, Anchor, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { OverCapacity } from './over-capacity';
import type { Roster } from './roster-model';
import { freeWhileWaitingSentence, overCapacitySentence, underMinimumSentence } from './sentences';

const STATE_WORDS: Readonly<Record<string, string>> = { inactive: 'inactive', completed: 'completed' };

/** What is out of the ordinary with a group's seats, and how to mend it. */
export function RosterNotices({ roster }: { roster: Roster }) {
  const { slug } = useOrganization();
  const { status } = roster.group;
  const isOver = overCapacitySentence(roster) !== null;
  const free = freeWhileWaitingSentence(roster);
  const under = underMinimumSentence(roster);
  if (status === 'active' && !isOver && !free && !under) return null;
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
          {under}{' '}
          <Anchor component={Link} to={`/o/${slug}/pm/groups/${roster.group.id}`} inherit underline="always">
            See what can be done
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
}
