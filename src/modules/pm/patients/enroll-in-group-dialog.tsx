import { Button, Group, Modal, Stack } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { type EnrollOutcome, EnrollOutcomes, patientName, useEnrolling } from '@/modules/pm/enrollments';
import { ProblemAlert, SeatsBar } from '@/platform/ui';
import type { FoundGroup } from './api/find-groups';
import type { Patient } from './api/get-patient';
import { GroupPicker } from './group-picker';

interface EnrollInGroupDialogProps {
  patient: Patient;
  opened: boolean;
  onClose: () => void;
}

/** Enrolls a patient in one group after the other; says at once which seat or place each gave. */
export function EnrollInGroupDialog({ patient, opened, onClose }: EnrollInGroupDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Enroll ${patientName(patient)}`} size="lg">
      <EnrollForm patient={patient} onClose={onClose} />
    </Modal>
  );
}

function EnrollForm({ patient, onClose }: Omit<EnrollInGroupDialogProps, 'opened'>) {
  const [group, setGroup] = useState<FoundGroup | null>(null);
  const [outcomes, setOutcomes] = useState<EnrollOutcome[]>([]);
  const [error, setError] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  const { enroll, running } = useEnrolling(group?.id ?? '');

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!group || running) return;
    setError(null);
    try {
      const fresh = await enroll([patient]);
      setOutcomes((earlier) => [...fresh.map((outcome) => inGroup(outcome, group)), ...earlier]);
      setGroup(null);
    } catch (problem) {
      setError(problem);
    }
    input.current?.focus();
  }

  function choose(chosen: FoundGroup | null) {
    setGroup(chosen);
    setError(null);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <GroupPicker patientId={patient.id} group={group} onChange={choose} inputRef={input} />
        {group && <SeatsBar taken={group.taken} capacity={group.capacity} waiting={group.waiting} />}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" disabled={!group} loading={running}>
            {group?.free === 0 ? 'Put on the waitlist' : 'Enroll'}
          </Button>
        </Group>
        <EnrollOutcomes outcomes={outcomes} />
      </Stack>
    </form>
  );
}

function inGroup(outcome: EnrollOutcome, group: FoundGroup): EnrollOutcome {
  return { ...outcome, sentence: `${group.name}: ${outcome.sentence}` };
}
