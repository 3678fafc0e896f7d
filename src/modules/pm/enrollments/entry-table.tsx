import { Table, Text, VisuallyHidden } from '@mantine/core';
import { useNoShowStreaks } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { formatDate, todayIn } from '@/platform/time';
import { dayOf } from './enrollment-times';
import { EntryActions, type EntryHandlers } from './entry-actions';
import classes from './entry-table.module.css';
import { MissedInARow } from './missed-in-a-row';
import { PatientCell } from './patient-cell';
import type { Roster } from './roster-model';

interface EntryTableProps {
  roster: Roster;
  handlers: EntryHandlers;
}

/** Patients with a seat, by name; who is on rosters only from a later day, or keeps missing sessions, has it said. */
export function EntryTable({ roster, handlers }: EntryTableProps) {
  const { timezone } = useOrganization();
  const today = todayIn(timezone);
  // Of all groups in one request, which Home makes too; the roster does not wait for it.
  const { data } = useNoShowStreaks();
  const streaks = new Map(
    data?.flatMap((streak) =>
      streak.group_definition_id === roster.group.id ? [[streak.patient_id, streak] as const] : [],
    ),
  );
  return (
    <Table aria-label="Roster" verticalSpacing={6} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Patient</Table.Th>
          <Table.Th className={classes.since}>Enrolled since</Table.Th>
          <Table.Th className={classes.actions}>
            <VisuallyHidden>Actions</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {roster.enrolled.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>
              <PatientCell patient={entry.patient} />
              <MissedInARow streak={streaks.get(entry.patient_id)} />
            </Table.Td>
            <Table.Td>
              {dayOf(entry.enrolled_at, timezone)}
              {entry.starts_on > today && (
                <Text size="xs" component="div">
                  Starts {formatDate(entry.starts_on)}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">
              <EntryActions entry={entry} roster={roster} {...handlers} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
