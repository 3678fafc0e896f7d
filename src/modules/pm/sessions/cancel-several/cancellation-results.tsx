import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { type Session, sessionName } from '../session';
import type { CancellingState } from './use-cancelling';

interface CancellationResultsProps {
  sessions: readonly Session[];
  outcomes: CancellingState['outcomes'];
}

/** What became of each session, in words; those that were not cancelled first. */
export function CancellationResults({ sessions, outcomes }: CancellationResultsProps) {
  const failed = sessions.filter(({ id }) => outcomes[id]);
  const others = sessions.filter(({ id }) => !outcomes[id]);
  return (
    <Stack
      component="ul"
      gap="xs"
      m={0}
      p={0}
      mah={320}
      style={{ listStyle: 'none', overflowY: 'auto' }}
      tabIndex={0}
      aria-label="What became of each session"
    >
      {[...failed, ...others].map((session) => (
        <Result key={session.id} session={session} outcome={outcomes[session.id]} />
      ))}
    </Stack>
  );
}

function Result({ session, outcome }: { session: Session; outcome: string | null | undefined }) {
  const { timezone } = useOrganization();
  const Mark = outcome === undefined ? IconHourglass : outcome === null ? IconCircleCheck : IconCircleX;
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      <Mark size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sessionName(session)}, {formatSessionTime(session.starts_at, session.ends_at, timezone)}
        </Text>
        <Text size="xs" c={outcome ? 'red' : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
          {outcome === undefined ? 'Waiting' : (outcome ?? 'Cancelled')}
        </Text>
      </div>
    </Group>
  );
}
