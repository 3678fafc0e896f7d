import { Anchor, Box, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { formatDate } from '@/platform/time';
import { StatusBadge } from '@/platform/ui';
import type { PatientListItem } from './api/get-patients';
import type { PatientSort } from './patient-list.schema';
import classes from './patient-table.module.css';
import { SortHeader } from './sort-header';

interface PatientTableProps {
  patients: readonly PatientListItem[];
  /** Null while the order is that of the search. */
  sort: PatientSort | null;
  onSort: (sort: PatientSort) => void;
  /** Rows of the view before, while the next ones come. */
  stale: boolean;
}

/** Patients as a table, and as cards on a phone. */
export function PatientTable(props: PatientTableProps) {
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  return (
    <Box className={classes.results} data-stale={props.stale || undefined}>
      {onPhone ? <Cards patients={props.patients} /> : <WideTable {...props} />}
    </Box>
  );
}

function WideTable({ patients, sort, onSort }: PatientTableProps) {
  return (
    <Table aria-label="Patients" highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <SortHeader label="Name" column="name" sort={sort} onSort={onSort} />
          <SortHeader label="MRN" column="mrn" sort={sort} onSort={onSort} width={140} />
          <SortHeader label="Date of birth" column="date_of_birth" sort={sort} onSort={onSort} width={150} />
          <Table.Th w={170}>Phone</Table.Th>
          <Table.Th w={120}>Status</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {patients.map((patient) => (
          <Table.Tr key={patient.id} className={classes.row}>
            <Table.Td>
              <PatientLink patient={patient} />
            </Table.Td>
            <Table.Td className={classes.anywhere}>{patient.mrn}</Table.Td>
            <Table.Td>{patient.date_of_birth && formatDate(patient.date_of_birth)}</Table.Td>
            <Table.Td className={classes.anywhere}>{patient.phone}</Table.Td>
            <Table.Td>
              <StatusBadge kind="patient" status={patient.status} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ patients }: { patients: readonly PatientListItem[] }) {
  return (
    <ul className={classes.cards} aria-label="Patients">
      {patients.map((patient) => (
        <li key={patient.id} className={classes.card}>
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
            <PatientLink patient={patient} />
            <StatusBadge kind="patient" status={patient.status} />
          </Group>
          <Stack gap={0} mt={2}>
            <Text size="sm" c="dimmed" className={classes.anywhere}>
              {[`MRN ${patient.mrn}`, patient.date_of_birth && `born ${formatDate(patient.date_of_birth)}`]
                .filter(Boolean)
                .join(', ')}
            </Text>
            {patient.phone && (
              <Text size="sm" c="dimmed" className={classes.anywhere}>
                {patient.phone}
              </Text>
            )}
          </Stack>
        </li>
      ))}
    </ul>
  );
}

/** The link is stretched over its row or card, so that all of it can be pressed. */
function PatientLink({ patient }: { patient: PatientListItem }) {
  const { slug } = useOrganization();
  return (
    <Anchor component={Link} to={`/o/${slug}/pm/patients/${patient.id}`} className={classes.link} fw={500} inherit>
      <bdi>{patientName(patient)}</bdi>
    </Anchor>
  );
}
