import { Table } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { StatusBadge } from '@/platform/ui';
import type { PatientListItem } from './api/get-patients';
import { BirthDate } from './birth-date-words';
import { PatientLink } from './patient-link';
import type { PatientListView, PatientSort } from './patient-list.schema';
import { PatientPlaces } from './patient-places';
import classes from './patient-table.module.css';
import { SortHeader } from './sort-header';

interface PatientTableProps {
  patients: readonly PatientListItem[];
  sort: PatientListView['sort'];
  onSort: (sort: PatientSort) => void;
}

/** Patients on a wide screen. */
export function PatientTable({ patients, sort, onSort }: PatientTableProps) {
  const seesEnrollments = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  return (
    <Table aria-label="Patients" highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <SortHeader label="Name" column="name" sort={sort} onSort={onSort} />
          <SortHeader label="Date of birth" column="date_of_birth" sort={sort} onSort={onSort} width={160} />
          <SortHeader label="MRN" column="mrn" sort={sort} onSort={onSort} width={130} />
          <Table.Th w={160}>Phone</Table.Th>
          {seesEnrollments && <Table.Th w="30%">Groups</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {patients.map((patient) => (
          <Table.Tr key={patient.id} className={classes.row}>
            <Table.Td>
              <PatientLink patient={patient} />{' '}
              {patient.status !== 'active' && <StatusBadge kind="patient" status={patient.status} />}
            </Table.Td>
            <Table.Td>{patient.date_of_birth && <BirthDate date={patient.date_of_birth} />}</Table.Td>
            <Table.Td className={classes.anywhere}>{patient.mrn}</Table.Td>
            <Table.Td className={classes.anywhere}>{patient.phone}</Table.Td>
            {seesEnrollments && (
              <Table.Td>
                <PatientPlaces places={patient.places} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
