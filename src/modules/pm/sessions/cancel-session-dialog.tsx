import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useController, useForm } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import { useChangeSessionState } from './api/change-session-state';
import type { SessionDetail } from './api/get-session';
import { ReasonField } from './reason-field';
import { sessionName } from './session';
import { cancellationSchema } from './session-form.schema';
import { SessionModal } from './session-modal';
import { useRefusal } from './use-refusal';

interface CancelSessionDialogProps {
  session: SessionDetail;
  onClose: () => void;
}

/** Cancels a session, with the reason. It stays on the calendar, struck through. */
export function CancelSessionDialog({ session, onClose }: CancelSessionDialogProps) {
  const { timezone } = useOrganization();
  const change = useChangeSessionState();
  const form = useForm({ resolver: zodResolver(cancellationSchema), defaultValues: { reason: '' } });
  const { field, fieldState } = useController({ control: form.control, name: 'reason' });
  const { errors, isSubmitting } = form.formState;
  const refuse = useRefusal();

  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await change.mutateAsync({ sessionId: session.id, to: 'cancelled', reason });
      notifyDone({ message: `${sessionName(session)} is cancelled: ${reason}` });
      onClose();
    } catch (error) {
      refuse(error, (refusal) => setServerError(form, refusal));
    }
  });

  return (
    <SessionModal title="Cancel session" onClose={onClose} size="md">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <b>{sessionName(session)}</b>, {formatSessionTime(session.starts_at, session.ends_at, timezone)}. The people
            and the room become free. This cannot be undone.
          </Text>
          <ReasonField {...field} error={fieldState.error?.message} />
          <FormProblem message={errors.root?.message} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isSubmitting}>
              Keep session
            </Button>
            <Button type="submit" color="red" loading={isSubmitting}>
              Cancel session
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionModal>
  );
}
