import { zodResolver } from '@hookform/resolvers/zod';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, ListSkeleton, notifyDone } from '@/platform/ui';
import type { SessionDetail } from '../api/get-session';
import { PolicyNote } from '../policy/policy-note';
import { sessionName } from '../session';
import { SessionFields } from '../session-fields';
import { sessionFormSchema } from '../session-form.schema';
import { sessionValues } from '../session-form-model';
import { SessionModal } from '../session-modal';
import { usePeople } from '../use-people';
import { useRefusal } from '../use-refusal';
import { type SeriesChangeResult, useChangeSeries } from './api/change-series';
import { seriesQueryOptions } from './api/get-series';
import { ChangedList } from './changed-list';
import { EditSeriesFoot } from './edit-series-foot';
import { LeftOutDates } from './left-out-dates';
import { plural } from './plan-model';
import { ScopeField } from './scope-field';
import classes from './series.module.css';
import { changingCount, seriesChanges } from './series-change-model';
import { useChangePreview, useScope } from './use-series-change';

interface EditSeriesDialogProps {
  session: SessionDetail;
  onClose: () => void;
}

/** Changes a series from one of its sessions on, or all of it that is still to come; each date is checked before. */
export function EditSeriesDialog({ session, onClose }: EditSeriesDialogProps) {
  const { id, timezone } = useOrganization();
  const people = usePeople();
  const headingId = useId();
  const series = useQuery(seriesQueryOptions(id, session.series_id ?? ''));
  const change = useChangeSeries();
  const scope = useScope(session);
  const [outcome, setOutcome] = useState<SeriesChangeResult | null>(null);
  // As it was when the form opened: what others change meanwhile is theirs.
  const [initial] = useState(() => sessionValues(session));
  const form = useForm({ resolver: zodResolver(sessionFormSchema), defaultValues: initial, mode: 'onTouched' });
  const values = useWatch({ control: form.control, compute: (all) => all });
  const isComplete = sessionFormSchema.safeParse(values).success;
  const isMoved =
    values.session_date !== initial.session_date ||
    values.start_time !== initial.start_time ||
    values.end_time !== initial.end_time;
  const changes = isComplete ? seriesChanges(initial, values, series.data?.recurrence_rule ?? null) : null;
  const preview = useChangePreview(session.id, scope.scope, changes, change.isPending);

  const refuse = useRefusal();
  // What was refused is about the change as it was sent.
  const { isError, reset } = change;
  const forget = useCallback(() => {
    if (isError) reset();
  }, [isError, reset]);
  useEffect(() => form.subscribe({ formState: { values: true }, callback: forget }), [form.subscribe, forget]);

  async function save(skipConflicts: boolean) {
    if (!changes) return;
    try {
      done(await change.mutateAsync({ sessionId: session.id, scope: scope.scope, changes, skipConflicts }));
    } catch (error) {
      refuse(error);
    }
  }

  function done(result: SeriesChangeResult) {
    const count = changingCount(changes ?? {}, result.changed.length, result.kept);
    if (count > 0)
      notifyDone({
        message: `${plural(count, 'session')} of ${sessionName(session)} ${count === 1 ? 'is' : 'are'} changed.`,
      });
    if (result.skipped.length > 0) setOutcome(result);
    else onClose();
  }

  return (
    <SessionModal title={`Edit series: ${sessionName(session)}`} onClose={onClose} size={outcome ? 'md' : '74rem'}>
      {outcome ? (
        <LeftOutDates
          lead={`${plural(outcome.changed.length, 'session')} changed. These stay as they were:`}
          dates={outcome.skipped}
          onClose={onClose}
        />
      ) : (
        <>
          <div className={classes.columns}>
            <Stack gap="md">
              <ScopeField value={scope.scope} onChange={scope.setScope} counts={scope.counts} />
              <SessionFields form={form} timezone={timezone} people={people} dateLabel="This session on" />
              {isMoved && <PolicyNote groupId={session.group_definition_id} led={values} plan={null} isNew={false} />}
              <Text size="xs" c="dimmed">
                Another date moves the others by as many days. What was set by hand on a single session stays.
              </Text>
            </Stack>
            <Stack gap="xs" component="section" aria-labelledby={headingId}>
              <Title order={2} size="h4" id={headingId}>
                After the change
              </Title>
              {(scope.error ?? preview.error) ? (
                <ErrorState
                  error={scope.error ?? preview.error}
                  onRetry={() => Promise.all([scope.refetch(), preview.isAsked && preview.refetch()])}
                />
              ) : !preview.isAsked ? (
                <Text size="sm" c="dimmed">
                  {isComplete ? 'Nothing is changed yet.' : 'Complete the form to see what it does.'}
                </Text>
              ) : preview.changed ? (
                <ChangedList changed={preview.changed} present={scope.sessions ?? []} isStale={preview.isStale} />
              ) : (
                <ListSkeleton rows={5} />
              )}
            </Stack>
          </div>
          <EditSeriesFoot
            changes={changes}
            preview={preview}
            error={change.error}
            isSaving={change.isPending}
            onSave={save}
            onClose={onClose}
          />
        </>
      )}
    </SessionModal>
  );
}
