import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import { SessionModal } from '../../session-modal';
import { useRefusal } from '../../use-refusal';
import { useCorrectAttendance } from '../api/record-attendance';
import { nextRecordedAt } from '../queue/tap-order';
import { attendanceWord } from './attendance-looks';
import type { Correction } from './use-attendance';

const reasonSchema = z.object({
  reason: z.string().trim().min(1, 'Say why it is changed.').max(500, 'At most 500 characters.'),
});

interface CorrectionDialogProps {
  sessionId: string;
  correction: Correction;
  onClose: () => void;
}

/** Asks why a completed session's attendance is changed; the reason goes into the group's activity. */
export function CorrectionDialog({ sessionId, correction, onClose }: CorrectionDialogProps) {
  const { person, status, minutes } = correction;
  const correct = useCorrectAttendance(sessionId);
  const form = useForm({ resolver: zodResolver(reasonSchema), defaultValues: { reason: '' } });
  const { errors, isSubmitting } = form.formState;
  const refuse = useRefusal();

  const submit = form.handleSubmit(async ({ reason }) => {
    const recordedAt = nextRecordedAt(new Date(), [person.attendee.recorded_at, person.recordedAt]);
    const { patientId, participantId } = person;
    try {
      await correct.mutateAsync({ entries: [{ patientId, participantId, status, minutes, recordedAt }], reason });
      notifyDone({ message: `${person.name}: ${changeWords(correction)}` });
      onClose();
    } catch (error) {
      refuse(error, (refusal) => setServerError(form, refusal));
    }
  });

  return (
    <SessionModal title="Change recorded attendance" onClose={onClose} size="md" hasOwnFocus>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <b>{person.name}</b>: {changeWords(correction)}. The session is completed, so the change is logged with its
            reason.
          </Text>
          <TextInput
            label="Reason"
            placeholder="Signed the sheet, was overlooked"
            withAsterisk
            error={errors.reason?.message}
            data-autofocus
            {...form.register('reason')}
          />
          <FormProblem message={errors.root?.message} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isSubmitting}>
              Keep as it is
            </Button>
            <Button type="submit" loading={isSubmitting}>
              Change
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionModal>
  );
}

function changeWords({ person, status, minutes }: Correction): string {
  if (person.status === status) return `${minutes === null ? 'the whole session' : `${minutes} minutes`} attended`;
  return `from ${attendanceWord(person.status).toLowerCase()} to ${attendanceWord(status).toLowerCase()}`;
}
