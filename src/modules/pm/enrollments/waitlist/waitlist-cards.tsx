import { Group, Paper, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { dayOf } from '../enrollment-times';
import { EntryActions } from '../entry-actions';
import { PatientCell } from '../patient-cell';
import { patientName } from '../patient-identity';
import type { WaitingEntry } from '../roster-model';
import { DragHandle } from './drag-handle';
import { useMovableRow } from './use-movable-row';
import { waitedWords } from './wait-sentences';
import classes from './waitlist.module.css';
import type { WaitlistLayoutProps } from './waitlist-table';
import { WhyWaiting } from './why-waiting';

/** The waitlist on a phone: a card for each, with the same to do. */
export function WaitlistCards({ roster, ...rest }: WaitlistLayoutProps) {
  return (
    <ul className={classes.cards} aria-label="Waitlist">
      {roster.waiting.map((entry, index) => (
        <WaitlistCard key={entry.id} entry={entry} place={index + 1} roster={roster} {...rest} />
      ))}
    </ul>
  );
}

interface WaitlistCardProps extends WaitlistLayoutProps {
  entry: WaitingEntry;
  place: number;
}

function WaitlistCard({ entry, place, roster, words, movable, handlers }: WaitlistCardProps) {
  const { timezone } = useOrganization();
  const { sortable, row } = useMovableRow(entry.id, !movable);
  const since = entry.waitlisted_at;
  return (
    <Paper component="li" withBorder p="xs" {...row}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Group gap={2} wrap="nowrap" fw={600} mt={-6}>
          {movable && <DragHandle name={patientName(entry.patient)} sortable={sortable} />}
          <span>{place}</span>
        </Group>
        <div style={{ flex: 1, minWidth: 0 }}>
          <PatientCell patient={entry.patient} />
          {since && (
            <Text size="xs" mt={2}>
              Waiting since {dayOf(since, timezone)}, {waitedWords(since, timezone, todayIn(timezone))}
            </Text>
          )}
          <WhyWaiting entry={entry} words={words} />
        </div>
        <EntryActions entry={entry} roster={roster} {...handlers} />
      </Group>
    </Paper>
  );
}
