import { CloseButton, Group, Paper, Stack, Text } from '@mantine/core';
import type { EnrollTerms } from './enroll-terms';
import { PatientFacts } from './patient-cell';
import { type PatientIdentity, patientName } from './patient-identity';
import { forecast, type Placement, type Roster } from './roster-model';
import { placementWords } from './sentences';

interface ChosenPatientsProps {
  roster: Roster;
  chosen: readonly PatientIdentity[];
  /** What becomes of those for whom there is no seat. */
  onFull: EnrollTerms['onFull'];
  onRemove: (patientId: string) => void;
}

/** Who is about to be enrolled, and what each will get. */
export function ChosenPatients({ roster, chosen, onFull, onRemove }: ChosenPatientsProps) {
  if (chosen.length === 0) return null;
  return (
    <Stack
      gap={6}
      component="ul"
      p={0}
      m={0}
      mah="20rem"
      style={{ listStyle: 'none', overflowY: 'auto' }}
      aria-label="Patients to enroll"
    >
      {chosen.map((patient, nth) => (
        <Paper key={patient.id} component="li" px="sm" py={6}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {patientName(patient)}
              </Text>
              <PatientFacts patient={patient} />
            </div>
            <Group gap="xs" wrap="nowrap">
              {roster.group.status === 'active' && (
                <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                  {expectation(forecast(roster, nth), onFull)}
                </Text>
              )}
              <CloseButton aria-label={`Leave out ${patientName(patient)}`} onClick={() => onRemove(patient.id)} />
            </Group>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}

function expectation(placement: Placement, onFull: EnrollTerms['onFull']): string {
  return placement.kind === 'waitlist' && onFull === 'reject' ? 'No seat left' : placementWords(placement);
}
