import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group as Row, Stack, Text } from '@mantine/core';
import { useController, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { cancellationSchema, ReasonField, useChangeSessionState } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { FormProblem, notifyDone, notifyProblem, setServerError, useGone } from '@/platform/ui';
import type { Group } from '../api/get-group';
import type { NextSession } from '../api/get-next-sessions';

interface CancelNextFormProps {
  group: Group;
  session: NextSession;
  /** Called when it is sent. */
  onCancelling: () => void;
  onClose: () => void;
}

export function CancelNextForm({ group, session, onCancelling, onClose }: CancelNextFormProps) {
  const { slug, timezone } = useOrganization();
  const navigate = useNavigate();
  const change = useChangeSessionState();
  const gone = useGone();
  const form = useForm({ resolver: zodResolver(cancellationSchema), defaultValues: { reason: '' } });
  const { field, fieldState } = useController({ control: form.control, name: 'reason' });
  const { errors, isSubmitting } = form.formState;
  const when = formatSessionTime(session.starts_at, session.ends_at, timezone);

  const submit = form.handleSubmit(async ({ reason }) => {
    onCancelling();
    try {
      await change.mutateAsync({ sessionId: session.id, to: 'cancelled', reason });
      notifyDone({ message: `The session of ${when} is cancelled. Nobody has been told yet.` });
      navigate(`/o/${slug}/pm/groups/${group.id}/tell/${session.id}`);
    } catch (error) {
      if (gone.current) notifyProblem(error);
      else setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <b>{group.name}</b>, {when}. People and room become free. This cannot be undone. Quorum sends no messages: the
          next page has everybody on the roster with phone and e-mail, to be checked off.
        </Text>
        <ReasonField {...field} error={fieldState.error?.message} />
        <FormProblem message={errors.root?.message} />
        <Row justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isSubmitting}>
            Keep session
          </Button>
          <Button type="submit" color="red" loading={isSubmitting}>
            Cancel it and go on
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
