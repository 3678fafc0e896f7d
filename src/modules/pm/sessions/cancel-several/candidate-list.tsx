import { Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { formatLongDate } from '@/platform/time';
import { StatusBadge } from '@/platform/ui';
import { type Session, sessionName } from '../session';
import { type People, usePeople } from '../use-people';
import { clockRange } from '../wall-clock';
import { byDay, sessionsWords } from './cancel-several-model';

interface CandidateListProps {
  sessions: readonly Session[];
  chosen: readonly Session[];
  onChoose: (sessionIds: readonly string[], to: boolean) => void;
}

/** Every session that would be cancelled, by day, to be ticked or not. */
export function CandidateList({ sessions, chosen, onChoose }: CandidateListProps) {
  const people = usePeople();
  const ticked = new Set(chosen.map(({ id }) => id));
  const all = ticked.size === sessions.length;
  return (
    <Stack gap="xs">
      <Checkbox
        label={`${ticked.size} of ${sessionsWords(sessions.length)} chosen`}
        checked={all}
        indeterminate={ticked.size > 0 && !all}
        onChange={() =>
          onChoose(
            sessions.map(({ id }) => id),
            !all,
          )
        }
        fw={500}
      />
      <Paper withBorder p="sm" mah={320} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label="Sessions">
        <Stack gap="md">
          {byDay(sessions).map(([day, ofDay]) => (
            <Stack key={day} gap="xs">
              <Text size="xs" fw={600} c="dimmed">
                {formatLongDate(day)}
              </Text>
              {ofDay.map((session) => (
                <Candidate
                  key={session.id}
                  session={session}
                  people={people}
                  checked={ticked.has(session.id)}
                  onChange={(to) => onChoose([session.id], to)}
                />
              ))}
            </Stack>
          ))}
        </Stack>
      </Paper>
    </Stack>
  );
}

interface CandidateProps {
  session: Session;
  people: People;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Candidate({ session, people, checked, onChange }: CandidateProps) {
  const where = [people.nameOf(session.facilitator_id), session.location].filter(Boolean).join(' · ');
  return (
    <Checkbox
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={
        <Group gap="xs" component="span">
          <span style={{ overflowWrap: 'anywhere' }}>
            {clockRange(session.start_time, session.end_time)}, {sessionName(session)}
          </span>
          {session.status === 'active' && <StatusBadge kind="session" status="active" />}
        </Group>
      }
      description={where}
    />
  );
}
