import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type SubmitEvent, useRef, useState } from 'react';
import { ProblemAlert, SeatsBar } from '@/platform/ui';
import { BULK_LIMIT } from './api/bulk-enroll-patients';
import { ChosenPatients } from './chosen-patients';
import type { EnrollOutcome } from './enroll-outcome';
import { EnrollOutcomes } from './enroll-outcomes';
import { type PatientIdentity, patientName } from './patient-identity';
import { PatientPicker } from './patient-picker';
import { forecast, type Roster, seatsOf, standing } from './roster-model';
import { nextSentence } from './sentences';
import { useEnrolling } from './use-enrolling';

interface EnrollDialogProps {
  roster: Roster;
  opened: boolean;
  onClose: () => void;
}

/** Enrolls one patient after the other, or many at once; it stays open, and says what each gets before and after. */
export function EnrollDialog({ roster, opened, onClose }: EnrollDialogProps) {
  const onPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const [words, setWords] = useState('');
  // Kept when the dialog is closed by mistake.
  const [chosen, setChosen] = useState<PatientIdentity[]>([]);

  function close() {
    setWords('');
    onClose();
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      closeOnEscape={words === ''}
      fullScreen={onPhone}
      size="lg"
      // Stays where it is while results come and go.
      centered={false}
      title={
        <Text
          inherit
          lineClamp={2}
          style={{ overflowWrap: 'anywhere' }}
        >{`Enroll patients in ${roster.group.name}`}</Text>
      }
    >
      <EnrollForm
        roster={roster}
        words={words}
        onWordsChange={setWords}
        chosen={chosen}
        onChosenChange={setChosen}
        onClose={close}
      />
    </Modal>
  );
}

interface EnrollFormProps {
  roster: Roster;
  words: string;
  onWordsChange: (words: string) => void;
  chosen: readonly PatientIdentity[];
  onChosenChange: (chosen: PatientIdentity[]) => void;
  onClose: () => void;
}

function EnrollForm({ roster, words, onWordsChange, chosen, onChosenChange, onClose }: EnrollFormProps) {
  const [outcomes, setOutcomes] = useState<EnrollOutcome[]>([]);
  const [error, setError] = useState<unknown>(null);
  const { enroll, running } = useEnrolling(roster.group.id);
  const input = useRef<HTMLInputElement>(null);

  function takenReason(patientId: string): string | null {
    const present = standing(roster, patientId);
    if (present) return present === 'enrolled' ? 'Enrolled' : `Waitlist, place ${present.place}`;
    return chosen.some(({ id }) => id === patientId) ? 'Chosen' : null;
  }

  function pick(patient: PatientIdentity) {
    if (chosen.length < BULK_LIMIT) onChosenChange([...chosen, patient]);
    onWordsChange('');
    input.current?.focus();
  }

  function leaveOut(patientId: string) {
    onChosenChange(chosen.filter(({ id }) => id !== patientId));
    input.current?.focus();
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (chosen.length === 0 || running) return;
    setError(null);
    try {
      const fresh = await enroll(chosen);
      setOutcomes((earlier) => [...fresh, ...earlier]);
      onChosenChange([]);
    } catch (problem) {
      setError(problem);
    }
    input.current?.focus();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Stack gap={4}>
          <SeatsBar {...seatsOf(roster)} />
          <Text size="sm" c="dimmed">
            {nextSentence(roster, forecast(roster, 0))}
          </Text>
        </Stack>
        <PatientPicker
          words={words}
          onWordsChange={onWordsChange}
          onPick={pick}
          takenReason={takenReason}
          inputRef={input}
        />
        <ChosenPatients roster={roster} chosen={chosen} onRemove={leaveOut} />
        {chosen.length === BULK_LIMIT && <Text size="sm">At most {BULK_LIMIT} patients at a time.</Text>}
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
            {enrollLabel(roster, chosen)}
          </Button>
        </Group>
        <EnrollOutcomes outcomes={outcomes} />
      </Stack>
    </form>
  );
}

function enrollLabel(roster: Roster, chosen: readonly PatientIdentity[]): string {
  const [first, second] = chosen;
  if (!first) return 'Enroll';
  if (second) return `Enroll ${chosen.length} patients`;
  const fullName = patientName(first);
  // A name that would not fit is listed above in full.
  const name = fullName.length > 40 ? 'the patient' : fullName;
  return forecast(roster, 0).kind === 'seat' ? `Enroll ${name}` : `Put ${name} on the waitlist`;
}
