import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import type { SessionDetail } from './api/get-session';
import { useUpdateSession } from './api/update-session';
import { notesSchema } from './session-form.schema';
import { SessionModal } from './session-modal';
import { useRefusal } from './use-refusal';

/** Changes the notes, which is all that can be changed of a completed or cancelled session. */
export function NotesDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const update = useUpdateSession();
  const form = useForm({ resolver: zodResolver(notesSchema), defaultValues: { notes: session.notes ?? '' } });
  const { errors, isSubmitting } = form.formState;
  const refuse = useRefusal();

  const submit = form.handleSubmit(async ({ notes }) => {
    try {
      await update.mutateAsync({ sessionId: session.id, changes: { notes: notes || null } });
      notifyDone({ message: 'The notes are saved.' });
      onClose();
    } catch (error) {
      refuse(error, (refusal) => setServerError(form, refusal));
    }
  });

  return (
    <SessionModal title="Notes" onClose={onClose} size="md" hasOwnFocus>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Textarea
            label="Notes"
            autosize
            minRows={4}
            maxRows={14}
            error={errors.notes?.message}
            data-autofocus
            {...form.register('notes')}
          />
          <FormProblem message={errors.root?.message} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isSubmitting}>
              Keep as it is
            </Button>
            <Button type="submit" loading={isSubmitting}>
              Save notes
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionModal>
  );
}
