import { Button, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type SubmitEvent, useRef, useState } from 'react';
import {
  EnrollmentWarnings,
  type EnrollOutcome,
  EnrollOutcomes,
  type EnrollTerms,
  patientName,
  StartsOnField,
  USUAL_TERMS,
  useEnrolling,
  WhenFullField,
} from '@/modules/pm/enrollments';
import { ProblemAlert } from '@/platform/ui';
import type { FoundGroup } from './api/find-groups';
import type { Patient } from './api/get-patient';
import { GroupForecast } from './group-forecast';
import { GroupPicker } from './group-picker';

interface EnrollInGroupDialogProps {
  patient: Patient;
  opened: boolean;
  onClose: () => void;
  /** Follows when it is gone; the dialog gives no focus back, because its address may have opened it. */
  onClosed: () => void;
}

/** Enrolls a patient in one group after the other; says at once which seat or place each gave. */
export function EnrollInGroupDialog({ patient, opened, onClose, onClosed }: EnrollInGroupDialogProps) {
  const onPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      size="lg"
      fullScreen={onPhone}
      // Stays where it is while groups and results come and go.
      centered={false}
      title={
        <Text inherit lh={1.35} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {`Enroll ${patientName(patient)}`}
        </Text>
      }
    >
      <EnrollForm patient={patient} onClose={onClose} />
    </Modal>
  );
}

function EnrollForm({ patient, onClose }: Omit<EnrollInGroupDialogProps, 'opened' | 'onClosed'>) {
  const [group, setGroup] = useState<FoundGroup | null>(null);
  const [terms, setTerms] = useState<EnrollTerms>(USUAL_TERMS);
  const [outcomes, setOutcomes] = useState<EnrollOutcome[]>([]);
  const [error, setError] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  const { enroll, running } = useEnrolling(group?.id ?? '');

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!group || running) return;
    setError(null);
    try {
      const fresh = await enroll([patient], terms);
      setOutcomes((earlier) => [...fresh.map((outcome) => inGroup(outcome, group)), ...earlier]);
      setGroup(null);
    } catch (problem) {
      setError(problem);
    }
    input.current?.focus();
  }

  function change(changed: EnrollTerms) {
    setTerms(changed);
    setError(null);
  }

  function choose(chosen: FoundGroup | null) {
    setGroup(chosen);
    setError(null);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <GroupPicker patientId={patient.id} group={group} onChange={choose} inputRef={input} />
        {group && <GroupForecast group={group} onFull={terms.onFull} />}
        {group && <EnrollmentWarnings groupId={group.id} patients={[patient]} startsOn={terms.startsOn} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <StartsOnField value={terms.startsOn} onChange={(startsOn) => change({ ...terms, startsOn })} />
          <WhenFullField value={terms.onFull} onChange={(onFull) => change({ ...terms, onFull })} />
        </SimpleGrid>
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" disabled={!group} loading={running}>
            {group?.free === 0 && terms.onFull === 'waitlist' ? 'Put on the waitlist' : 'Enroll'}
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
