import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import { ErrorState, FormProblem, ListSkeleton, notifyDone, setServerError } from '@/platform/ui';
import type { CancellationResult } from '../api/cancel-sessions';
import type { SessionDetail } from '../api/get-session';
import { ReasonField } from '../reason-field';
import { sessionName } from '../session';
import { cancellationSchema } from '../session-form.schema';
import { SessionModal } from '../session-modal';
import { useRefusal } from '../use-refusal';
import { useCancelSeries } from './api/cancel-series';
import type { SeriesSession } from './api/get-series-sessions';
import { CancelledDates } from './cancelled-dates';
import { LeftOutDates } from './left-out-dates';
import { plural } from './plan-model';
import { SavingNote } from './saving-note';
import { ScopeField } from './scope-field';
import { useScope } from './use-series-change';

interface CancelSeriesDialogProps {
  session: SessionDetail;
  onClose: () => void;
}

interface Outcome {
  cancelled: number;
  failed: { session_date: string; detail: string | null }[];
}

/** Cancels a series from one of its sessions on, or all of it that is still to come; says which dates before. */
export function CancelSeriesDialog({ session, onClose }: CancelSeriesDialogProps) {
  const cancellation = useCancelSeries();
  const scope = useScope(session);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const form = useForm({ resolver: zodResolver(cancellationSchema), defaultValues: { reason: '' } });
  const { field, fieldState } = useController({ control: form.control, name: 'reason' });
  const { errors, isSubmitting } = form.formState;
  const sessions = scope.sessions ?? [];
  const refuse = useRefusal();

  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      const result = await cancellation.mutateAsync({ sessionId: session.id, scope: scope.scope, reason });
      notifyDone({ message: `${plural(result.cancelled, 'session')} of ${sessionName(session)} cancelled: ${reason}` });
      if (result.failed > 0) setOutcome({ cancelled: result.cancelled, failed: failedDates(result, sessions) });
      else onClose();
    } catch (error) {
      refuse(error, (refusal) => setServerError(form, refusal));
    }
  });

  return (
    <SessionModal title={`Cancel series: ${sessionName(session)}`} onClose={onClose} size="lg">
      {outcome ? (
        <LeftOutDates
          lead={`${plural(outcome.cancelled, 'session')} cancelled. These could not be:`}
          dates={outcome.failed}
          onClose={onClose}
        />
      ) : scope.error ? (
        <ErrorState error={scope.error} onRetry={scope.refetch} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <ScopeField value={scope.scope} onChange={scope.setScope} counts={scope.counts} />
            {scope.sessions ? <CancelledDates sessions={sessions} /> : <ListSkeleton rows={3} />}
            <ReasonField {...field} error={fieldState.error?.message} />
            <Text size="xs" c="dimmed">
              The people and the room become free. This cannot be undone. Sessions that are in progress or over stay.
            </Text>
            <FormProblem message={errors.root?.message} />
            <Group justify="flex-end">
              <SavingNote isSaving={isSubmitting} words={`Cancelling ${plural(sessions.length, 'session')}…`} />
              <Button variant="default" onClick={onClose} disabled={isSubmitting}>
                Keep the series
              </Button>
              <Button type="submit" color="red" loading={isSubmitting} disabled={sessions.length === 0}>
                Cancel {plural(sessions.length, 'session')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </SessionModal>
  );
}

function failedDates({ results }: CancellationResult, sessions: readonly SeriesSession[]): Outcome['failed'] {
  return results.flatMap(({ session_id, status, detail }) => {
    const session = sessions.find(({ id }) => id === session_id);
    return status === 'failed' && session ? { session_date: session.session_date, detail } : [];
  });
}
