import { Table, VisuallyHidden } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { dayOf } from './enrollment-times';
import { EntryActions, type EntryHandlers, useMayChangeEnrollments } from './entry-actions';
import classes from './entry-table.module.css';
import { PatientCell } from './patient-cell';
import type { Roster, RosterEntry } from './roster-model';

interface EntryTableProps {
  /** Read by screen readers as the table's name. */
  caption: string;
  roster: Roster;
  entries: readonly RosterEntry[];
  /** The waitlist has places, the roster has none. */
  withPlaces?: boolean;
  handlers: EntryHandlers;
}

/** Patients with a seat, or those who wait for one in their order. */
export function EntryTable({ caption, roster, entries, withPlaces = false, handlers }: EntryTableProps) {
  const { timezone } = useOrganization();
  const mayChange = useMayChangeEnrollments();
  return (
    <Table aria-label={caption} verticalSpacing={6} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          {withPlaces && <Table.Th w={64}>Place</Table.Th>}
          <Table.Th>Patient</Table.Th>
          <Table.Th className={classes.since}>{withPlaces ? 'Waiting since' : 'Enrolled since'}</Table.Th>
          {mayChange && (
            <Table.Th w={56}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry, index) => (
          <Table.Tr key={entry.id}>
            {withPlaces && <Table.Td fw={600}>{index + 1}</Table.Td>}
            <Table.Td>
              <PatientCell patient={entry.patient} />
            </Table.Td>
            <Table.Td>{dayOf(withPlaces ? entry.waitlisted_at : entry.enrolled_at, timezone)}</Table.Td>
            {mayChange && (
              <Table.Td ta="right">
                <EntryActions entry={entry} roster={roster} {...handlers} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
