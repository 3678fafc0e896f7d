import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEnrollmentConflicts } from './api/get-conflicts';
import { conflictSentence } from './conflict-sentences';
import { type PatientIdentity, patientName } from './patient-identity';

interface EnrollmentWarningsProps {
  /** Empty while no group is chosen. */
  groupId: string;
  patients: readonly PatientIdentity[];
  /** First day on the rosters; null is today. */
  startsOn: string | null;
  /** A group that the patients leave by that: its sessions are no reason to warn. */
  leavingGroupId?: string | undefined;
}

/** As many as can be read at a glance; the rest is counted. */
const SHOWN = 8;

/** Warns, and never blocks, when patients about to be enrolled would be in two places at once. */
export function EnrollmentWarnings({ groupId, patients, startsOn, leavingGroupId }: EnrollmentWarningsProps) {
  const { data, error } = useEnrollmentConflicts({ groupId, patientIds: patients.map(({ id }) => id), startsOn });
  if (error) {
    return (
      <Text size="sm" c="dimmed" role="status">
        Whether somebody would be in two places at once could not be checked.
      </Text>
    );
  }
  const names = new Map(patients.map((patient) => [patient.id, patientName(patient)]));
  // An answer about others is left over from before somebody was taken off the list.
  const conflicts = (data ?? []).filter(
    ({ patient_id, other_group_definition_id }) =>
      names.has(patient_id) && other_group_definition_id !== leavingGroupId,
  );
  if (conflicts.length === 0) return null;
  return (
    <Alert
      color="yellow"
      role="status"
      icon={<IconAlertTriangle aria-hidden />}
      title="Two places at once"
      style={{ overflowWrap: 'anywhere' }}
    >
      <ul style={{ margin: 0, paddingInlineStart: '1.1rem' }}>
        {conflicts.slice(0, SHOWN).map((conflict) => (
          <li key={`${conflict.patient_id} ${conflict.other_group_definition_id}`}>
            {conflictSentence(names.get(conflict.patient_id) ?? '', conflict)}
          </li>
        ))}
      </ul>
      {conflicts.length > SHOWN && <Text size="sm">And {conflicts.length - SHOWN} more.</Text>}
      <Text size="sm" mt={4}>
        You can enroll all the same.
      </Text>
    </Alert>
  );
}
