import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import type { SessionDetail } from '../api/get-session';
import { sessionName } from '../session';
import { SessionModal } from '../session-modal';
import { useRefusal } from '../use-refusal';
import { useDecideSession } from './api/decide-session';

const rejectionSchema = z.object({
  reason: z.string().trim().min(1, 'Say why it is rejected.').max(500, 'Use at most 500 characters.'),
});

interface RejectionProps {
  session: SessionDetail;
  onClose: () => void;
}

/** Asks why the session is rejected, and rejects it. */
export function Rejection({ session, onClose }: RejectionProps) {
  const { timezone } = useOrganization();
  const decision = useDecideSession();
  const form = useForm({ resolver: zodResolver(rejectionSchema), defaultValues: { reason: '' } });
  const { errors, isSubmitting } = form.formState;
  const refuse = useRefusal();
  const time = formatSessionTime(session.starts_at, session.ends_at, timezone);

  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await decision.mutateAsync({ sessionId: session.id, approve: false, reason });
      notifyDone({ message: `${sessionName(session)}, ${time}, is rejected: ${reason}` });
      onClose();
    } catch (error) {
      refuse(error, (refusal) => setServerError(form, refusal));
    }
  });

  return (
    <SessionModal title="Reject session" onClose={onClose} size="md">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <b>{sessionName(session)}</b>, {time}. It is cancelled, and its people and room become free. Whoever asked
            for it reads your reason. This cannot be undone.
          </Text>
          <Textarea
            {...form.register('reason')}
            label="Reason"
            placeholder="Why it cannot take place like this"
            withAsterisk
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            error={errors.reason?.message}
          />
          <FormProblem message={errors.root?.message} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isSubmitting}>
              Decide later
            </Button>
            <Button type="submit" color="red" loading={isSubmitting}>
              Reject session
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionModal>
  );
}
