import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ProblemAlert } from '@/platform/ui';
import { patientNamesQueryOptions } from './api/get-patient-names';
import type { ClonedPatient } from './clone-answer.schema';
import { patientWords } from './clone-words';
import { Fold } from './fold';

interface ClonedPatientsProps {
  /** The old group, from whose roster the names are read. */
  sourceId: string;
  patients: readonly ClonedPatient[];
}

/** Who gets a seat and who waits, in order, by name; folded away at first. Nothing for those who may not see patients. */
export function ClonedPatients({ sourceId, patients }: ClonedPatientsProps) {
  const { can } = usePermissions();
  if (!can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) || !can(PM_PERMISSIONS.PATIENTS_VIEW)) return null;
  return (
    <Fold label={patients.length === 1 ? 'Show the patient' : `Show the ${patients.length} patients`}>
      <Names sourceId={sourceId} patients={patients} />
    </Fold>
  );
}

function Names({ sourceId, patients }: ClonedPatientsProps) {
  const { id } = useOrganization();
  const names = useQuery(patientNamesQueryOptions(id, sourceId));
  if (names.error) return <ProblemAlert error={names.error} />;
  if (!names.data) return <Skeleton height={20 * patients.length} role="status" aria-label="Loading the names" />;
  return (
    <Stack component="ol" gap={4} m={0} pl="lg">
      {patients.map((patient) => (
        <Text key={patient.patient_id} component="li" size="sm">
          {names.data[patient.patient_id] ?? 'Patient record not available'}
          <Text span c="dimmed" inherit>
            {': '}
            {patientWords(patient)}
          </Text>
        </Text>
      ))}
    </Stack>
  );
}
