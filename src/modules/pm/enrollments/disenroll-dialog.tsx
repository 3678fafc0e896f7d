import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { FormProblem, notifyProblem, setServerError, useGone } from '@/platform/ui';
import { patientName } from './patient-identity';
import { reasonSchema } from './reason.schema';
import type { Roster, RosterEntry } from './roster-model';
import { departureSentence } from './sentences';

interface DisenrollDialogProps {
  roster: Roster;
  /** Who leaves; null while the dialog is closed. */
  entry: RosterEntry | null;
  onClose: () => void;
  /** Rejects with the server's refusal, which the dialog shows. */
  onDisenroll: (entry: RosterEntry, reason: string) => Promise<void>;
}

/** Asks for the reason and says what follows before a patient is taken off the roster or the waitlist. */
export function DisenrollDialog({ entry, ...rest }: DisenrollDialogProps) {
  const waits = entry?.status === 'waitlisted';
  const name = patientName(entry?.patient ?? null);
  return (
    <Modal
      opened={entry !== null}
      onClose={rest.onClose}
      title={waits ? `Take ${name} off the waitlist?` : `Disenroll ${name}?`}
    >
      {entry && <DisenrollForm entry={entry} {...rest} />}
    </Modal>
  );
}

function DisenrollForm({ roster, entry, onClose, onDisenroll }: DisenrollDialogProps & { entry: RosterEntry }) {
  const gone = useGone();
  const form = useForm({ resolver: zodResolver(reasonSchema), defaultValues: { reason: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await onDisenroll(entry, reason);
    } catch (error) {
      if (gone.current) notifyProblem(error);
      else setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{departureSentence(roster, entry)} The history keeps who was in the group, and when.</Text>
        <Textarea
          label="Reason"
          description="Optional. Everyone who sees the group's history can read it."
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
          <Button type="submit" color="red" loading={isSubmitting}>
            {entry.status === 'waitlisted' ? 'Take off the waitlist' : 'Disenroll'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
