import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { FormProblem, notifyDone, notifyProblem, setServerError, useGone } from '@/platform/ui';
import { usePromoteEnrollment } from '../api/promote-enrollment';
import { patientName } from '../patient-identity';
import { reasonSchema } from '../reason.schema';
import { isHeld, passedOverBy, type Roster, type WaitingEntry } from '../roster-model';
import { outOfTurnSentence } from './out-of-turn-sentence';

interface PromoteDialogProps {
  roster: Roster;
  /** Who is to get a seat out of turn; null while the dialog is closed. */
  entry: WaitingEntry | null;
  onClose: () => void;
  /** Follows when it is done. */
  onDone: () => void;
}

/** Says whom a promotion out of turn passes over, and asks for the reason. */
export function PromoteDialog({ entry, ...rest }: PromoteDialogProps) {
  return (
    <Modal opened={entry !== null} onClose={rest.onClose} title={`Promote ${patientName(entry?.patient ?? null)}?`}>
      {entry && <PromoteForm entry={entry} {...rest} />}
    </Modal>
  );
}

function PromoteForm({ roster, entry, onClose, onDone }: PromoteDialogProps & { entry: WaitingEntry }) {
  const promotion = usePromoteEnrollment();
  const gone = useGone();
  const form = useForm({ resolver: zodResolver(reasonSchema), defaultValues: { reason: '' } });
  const { errors, isSubmitting } = form.formState;
  const name = patientName(entry.patient);
  const passed = passedOverBy(roster, entry).map(({ patient }) => patientName(patient));

  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await promotion.mutateAsync({ enrollmentId: entry.id, reason });
      notifyDone({ message: `${name} moved up from the waitlist to a seat.` });
      onDone();
    } catch (error) {
      if (gone.current) notifyProblem(error);
      else setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {outOfTurnSentence(name, passed, isHeld(entry))}
        </Text>
        <Textarea
          label="Reason"
          description="Optional, but those passed over can be told. It is shown on the waitlist."
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <FormProblem message={errors.root?.message} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isSubmitting}>
            Keep as it is
          </Button>
          <Button type="submit" loading={isSubmitting}>
            Promote to a seat
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
