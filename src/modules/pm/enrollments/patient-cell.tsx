import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatDate } from '@/platform/time';
import { type PatientIdentity, patientName } from './patient-identity';

/** A patient's name, which leads to the record for those who may see it, with MRN and date of birth below. */
export function PatientCell({ patient }: { patient: PatientIdentity | null }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  if (!patient) return <Text c="dimmed">{patientName(null)}</Text>;
  return (
    <>
      {can(PM_PERMISSIONS.PATIENTS_VIEW) ? (
        <Anchor
          component={Link}
          to={`/o/${slug}/pm/patients/${patient.id}`}
          fw={500}
          size="sm"
          style={{ overflowWrap: 'anywhere' }}
        >
          {patientName(patient)}
        </Anchor>
      ) : (
        <Text fw={500} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {patientName(patient)}
        </Text>
      )}
      <PatientFacts patient={patient} />
    </>
  );
}

/** What tells a patient from a namesake, on one line. */
export function PatientFacts({ patient }: { patient: PatientIdentity }) {
  const born = patient.date_of_birth ? ` · born ${formatDate(patient.date_of_birth)}` : '';
  return (
    <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
      MRN {patient.mrn}
      {born}
    </Text>
  );
}
