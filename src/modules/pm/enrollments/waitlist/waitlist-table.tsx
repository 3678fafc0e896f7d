import { Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { dayOf } from '../enrollment-times';
import { EntryActions, type EntryHandlers } from '../entry-actions';
import { PatientCell } from '../patient-cell';
import { patientName } from '../patient-identity';
import type { Roster, WaitingEntry } from '../roster-model';
import { DragHandle } from './drag-handle';
import { useMovableRow } from './use-movable-row';
import { waitedWords } from './wait-sentences';
import classes from './waitlist.module.css';
import { type WaitWords, WhyWaiting } from './why-waiting';

export interface WaitlistLayoutProps {
  roster: Roster;
  words: WaitWords;
  /** Whether rows can be dragged. */
  movable: boolean;
  handlers: EntryHandlers;
}

/** The waitlist where there is room for columns. */
export function WaitlistTable({ roster, ...rest }: WaitlistLayoutProps) {
  return (
    <Table aria-label="Waitlist" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.place}>Place</Table.Th>
          <Table.Th>Patient</Table.Th>
          <Table.Th className={classes.since}>Waiting since</Table.Th>
          <Table.Th className={classes.narrow}>
            <VisuallyHidden>Actions</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {roster.waiting.map((entry, index) => (
          <WaitlistRow key={entry.id} entry={entry} place={index + 1} roster={roster} {...rest} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface WaitlistRowProps extends WaitlistLayoutProps {
  entry: WaitingEntry;
  place: number;
}

function WaitlistRow({ entry, place, roster, words, movable, handlers }: WaitlistRowProps) {
  const { timezone } = useOrganization();
  const { sortable, row } = useMovableRow(entry.id, !movable);
  return (
    <Table.Tr {...row}>
      <Table.Td fw={600} style={{ verticalAlign: 'top' }}>
        <Group gap={2} wrap="nowrap" mt={-6}>
          {movable && <DragHandle name={patientName(entry.patient)} sortable={sortable} />}
          {place}
        </Group>
      </Table.Td>
      <Table.Td>
        <PatientCell patient={entry.patient} />
        <WhyWaiting entry={entry} words={words} />
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        {dayOf(entry.waitlisted_at, timezone)}
        {entry.waitlisted_at && (
          <Text size="xs" c="dimmed">
            {waitedWords(entry.waitlisted_at, timezone, todayIn(timezone))}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" pt={0} style={{ verticalAlign: 'top' }}>
        <EntryActions entry={entry} roster={roster} {...handlers} />
      </Table.Td>
    </Table.Tr>
  );
}
