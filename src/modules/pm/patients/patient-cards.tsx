import { Group, Stack, Text } from '@mantine/core';
import { StatusBadge } from '@/platform/ui';
import type { PatientListItem } from './api/get-patients';
import { BirthDate } from './birth-date-words';
import { PatientLink } from './patient-link';
import { PatientPlaces } from './patient-places';
import classes from './patient-table.module.css';

/** Patients on a phone: one card each, with what the table has in its columns. */
export function PatientCards({ patients }: { patients: readonly PatientListItem[] }) {
  return (
    <ul className={classes.cards} aria-label="Patients">
      {patients.map((patient) => (
        <li key={patient.id} className={classes.card}>
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
            <PatientLink patient={patient} />
            {patient.status !== 'active' && <StatusBadge kind="patient" status={patient.status} />}
          </Group>
          <Stack gap={2} mt={2}>
            <Text size="sm" c="dimmed" className={classes.anywhere}>
              MRN {patient.mrn}
              {patient.date_of_birth && (
                <>
                  {' · '}born <BirthDate date={patient.date_of_birth} />
                </>
              )}
            </Text>
            {patient.phone && (
              <Text size="sm" c="dimmed" className={classes.anywhere}>
                {patient.phone}
              </Text>
            )}
            <PatientPlaces places={patient.places} />
          </Stack>
        </li>
      ))}
    </ul>
  );
}
