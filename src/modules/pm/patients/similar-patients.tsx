import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconExternalLink, IconUserQuestion } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { ProblemAlert } from '@/platform/ui';
import { type SimilarPatient, useSimilarPatients } from './api/get-similar-patients';
import { useRestorePatient } from './api/restore-patient';
import { BirthDate } from './birth-date-words';
import { likenessOf, reasonWords, similarTitle } from './likeness';
import type { PatientFields, PatientFormValues } from './patient.schema';

interface SimilarPatientsProps {
  control: Control<PatientFormValues, unknown, PatientFields>;
  /** `YYYY-MM-DD` in the organization's zone. */
  today: string;
  /** The record that is being edited; null for a new one. */
  patientId: string | null;
  /** Shows nothing for the moment. */
  paused: boolean;
  /** Leaves the form for a record that is the same person's; absent where only a look is offered. */
  onUse?: (patientId: string) => void;
}

/** Warns, and never refuses, while somebody is typed in who may have a record already. */
export function SimilarPatients({ control, today, patientId, paused, onUse }: SimilarPatientsProps) {
  const [first_name, last_name, date_of_birth, mrn] = useWatch({
    control,
    name: ['first_name', 'last_name', 'date_of_birth', 'mrn'],
  });
  const likeness = useMemo(
    () => likenessOf({ first_name, last_name, date_of_birth, mrn }, today, patientId),
    [first_name, last_name, date_of_birth, mrn, today, patientId],
  );
  const [asked] = useDebouncedValue(likeness, 350);
  const { data } = useSimilarPatients(paused ? null : likeness && asked);
  const similar = likeness && asked && data && !paused ? data : [];
  // Always there, so that screen readers notice what comes into it.
  return (
    <div role="status">
      {similar.length > 0 && (
        <Alert color="yellow" icon={<IconUserQuestion aria-hidden />} title={similarTitle(similar)}>
          <Stack gap="sm">
            {similar.map((patient) => (
              <Similar key={patient.id} patient={patient} onUse={onUse} />
            ))}
          </Stack>
        </Alert>
      )}
    </div>
  );
}

function Similar({ patient, onUse }: { patient: SimilarPatient; onUse: SimilarPatientsProps['onUse'] }) {
  const { slug } = useOrganization();
  const restoration = useRestorePatient();
  const name = patientName(patient);

  async function restore() {
    await restoration.mutateAsync(patient.id);
    onUse?.(patient.id);
  }

  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Group gap={6}>
        {patient.is_deleted ? (
          <Text size="sm" fw={500}>
            {name}
          </Text>
        ) : (
          <Anchor
            href={`/o/${slug}/pm/patients/${patient.id}`}
            target="_blank"
            size="sm"
            fw={500}
            underline="always"
            aria-label={`${name}, opens in a new tab`}
          >
            {name} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
        {patient.is_deleted && <Badge color="gray">Deleted</Badge>}
      </Group>
      <Text size="xs">
        {`MRN ${patient.mrn}`}
        {patient.date_of_birth && (
          <>
            {' · '}born <BirthDate date={patient.date_of_birth} />
          </>
        )}
        {patient.phone && ` · ${patient.phone}`}
      </Text>
      <Text size="xs">{reasonWords(patient)}</Text>
      {onUse && (
        <Group mt={6}>
          <Button
            size="compact-sm"
            variant="default"
            loading={restoration.isPending}
            // A refusal is shown below.
            onClick={() => (patient.is_deleted ? restore().catch(() => undefined) : onUse(patient.id))}
          >
            {patient.is_deleted ? 'Restore this record' : 'Use this record'}
          </Button>
        </Group>
      )}
      <ProblemAlert error={restoration.error} />
    </div>
  );
}
