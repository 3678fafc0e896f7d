import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { ProblemAlert, SeatsBar } from '@/platform/ui';
import { BULK_LIMIT } from './api/bulk-enroll-patients';
import { ChosenPatients } from './chosen-patients';
import { enrollLabel } from './enroll-label';
import type { EnrollOutcome } from './enroll-outcome';
import { EnrollOutcomes } from './enroll-outcomes';
import { type EnrollTerms, USUAL_TERMS } from './enroll-terms';
import { EnrollmentWarnings } from './enrollment-warnings';
import type { PatientIdentity } from './patient-identity';
import { PatientPicker } from './patient-picker';
import { forecast, type Roster, seatsOf, standing } from './roster-model';
import { SeatsAhead } from './seats-ahead';
import { StartsOnField } from './starts-on-field';
import type { useChosenPatients } from './use-chosen-patients';
import { useEnrolling } from './use-enrolling';
import { WhenFullField } from './when-full-field';

interface EnrollFormProps {
  roster: Roster;
  words: string;
  onWordsChange: (words: string) => void;
  choice: ReturnType<typeof useChosenPatients>;
  onClose: () => void;
}

/** Who is enrolled, from which day on, and what came of it. */
export function EnrollForm({ roster, words, onWordsChange, choice, onClose }: EnrollFormProps) {
  const { chosen } = choice;
  const [terms, setTerms] = useState<EnrollTerms>(USUAL_TERMS);
  const [outcomes, setOutcomes] = useState<EnrollOutcome[]>([]);
  const [failed, setFailed] = useState<PatientIdentity[]>([]);
  const [error, setError] = useState<unknown>(null);
  const { enroll, running } = useEnrolling(roster.group.id);
  const input = useRef<HTMLInputElement>(null);

  function takenReason(patientId: string): string | null {
    const present = standing(roster, patientId);
    if (present) return present === 'enrolled' ? 'Enrolled' : `Waitlist, place ${present.place}`;
    return chosen.some(({ id }) => id === patientId) ? 'Chosen' : null;
  }

  function pick(patient: PatientIdentity) {
    choice.add([patient]);
    onWordsChange('');
    input.current?.focus();
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (chosen.length === 0 || running) return;
    setError(null);
    try {
      const fresh = await enroll(chosen, terms);
      const refused = new Set(fresh.filter(({ enrolled }) => !enrolled).map(({ patientId }) => patientId));
      setOutcomes((earlier) => [...fresh, ...earlier]);
      setFailed(chosen.filter(({ id }) => refused.has(id)));
      choice.clear();
    } catch (problem) {
      setError(problem);
    }
    input.current?.focus();
  }

  // Who was refused because of being in the group is no case for another try.
  const retriable = failed.filter(({ id }) => takenReason(id) === null);
  const next = forecast(roster, 0);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Stack gap={4}>
          <SeatsBar {...seatsOf(roster)} />
          <SeatsAhead roster={roster} next={next} />
        </Stack>
        <PatientPicker
          words={words}
          onWordsChange={onWordsChange}
          onPick={pick}
          onPasteList={choice.paste}
          takenReason={takenReason}
          inputRef={input}
        />
        <ProblemAlert error={choice.error} />
        <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }} hidden={!choice.pasting && !choice.pasted}>
          {choice.pasting ? 'Looking for the MRNs…' : choice.pasted}
        </Text>
        <ChosenPatients
          roster={roster}
          chosen={chosen}
          onFull={terms.onFull}
          onRemove={(patientId) => {
            choice.remove(patientId);
            input.current?.focus();
          }}
        />
        {chosen.length === BULK_LIMIT && <Text size="sm">At most {BULK_LIMIT} patients at a time.</Text>}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <StartsOnField value={terms.startsOn} onChange={(startsOn) => setTerms({ ...terms, startsOn })} />
          <WhenFullField value={terms.onFull} onChange={(onFull) => setTerms({ ...terms, onFull })} />
        </SimpleGrid>
        <EnrollmentWarnings groupId={roster.group.id} patients={chosen} startsOn={terms.startsOn} />
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            type="submit"
            disabled={chosen.length === 0 || roster.group.status !== 'active'}
            loading={running}
            maw="100%"
          >
            {enrollLabel(next, chosen, terms.onFull)}
          </Button>
        </Group>
        <EnrollOutcomes outcomes={outcomes} />
        {retriable.length > 0 && (
          <Group>
            <Button
              variant="light"
              onClick={() => {
                choice.add(retriable);
                setFailed([]);
              }}
            >
              {retriable.length === 1
                ? 'Choose the one not enrolled again'
                : `Choose the ${retriable.length} not enrolled again`}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
