import { Stack, Text, Title } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useId } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { writeRule } from '@/platform/recurrence/rule';
import { todayIn } from '@/platform/time';
import { ErrorState } from '@/platform/ui';
import type { GroupOption } from '../api/get-group-options';
import { effectivePlan } from '../conflict-model';
import { GroupField } from '../group-field';
import { PolicyNote } from '../policy/policy-note';
import { NotesField, SessionFields } from '../session-fields';
import { usePeople } from '../use-people';
import { useRefusal } from '../use-refusal';
import { type ScheduledSeries, useScheduleSeries } from './api/schedule-series';
import { DateList } from './date-list';
import type { Mend } from './plan-model';
import { RuleFields } from './rule-fields';
import { RuleSentence } from './rule-sentence';
import { ScheduledUntil } from './scheduled-until';
import classes from './series.module.css';
import { SeriesFoot } from './series-foot';
import type { SeriesStart } from './series-start';
import { useSeriesForms } from './use-series-forms';
import { useSeriesPlan } from './use-series-plan';

interface SeriesPlannerProps {
  start: SeriesStart;
  groups: readonly GroupOption[];
  /** The series to extend, whose group cannot be changed; null for a new one. */
  seriesId: string | null;
  /** Something was entered that closing would lose. */
  onTouched: () => void;
  onScheduled: (result: ScheduledSeries, group: GroupOption | undefined) => void;
  onClose: () => void;
}

/** Plans a series: its sessions, how they repeat, and every date with what stands in its way before anything is saved. */
export function SeriesPlanner({ start, groups, seriesId, onTouched, onScheduled, onClose }: SeriesPlannerProps) {
  const { timezone } = useOrganization();
  const { can } = usePermissions();
  const people = usePeople();
  const headingId = useId();
  const forms = useSeriesForms(start, groups, timezone);
  const scheduling = useScheduleSeries();
  const plan = useSeriesPlan(forms, scheduling.isPending);
  const { session, repeat, rule } = forms;
  const plannedLeaders = effectivePlan(forms.values, forms.group);

  // A list of hundreds may come a moment after what is typed.
  const shown = useDeferredValue(forms.values);
  const isTouched = session.formState.isDirty || repeat.formState.isDirty || plan.isMended;
  useEffect(() => {
    if (isTouched) onTouched();
  }, [isTouched, onTouched]);

  // What was refused is about the plan as it was sent.
  const { isError, reset } = scheduling;
  const forget = useCallback(() => {
    if (isError) reset();
  }, [isError, reset]);
  useEffect(() => session.subscribe({ formState: { values: true }, callback: forget }), [session.subscribe, forget]);
  useEffect(() => repeat.subscribe({ formState: { values: true }, callback: forget }), [repeat.subscribe, forget]);
  const { mend } = plan;
  const refuse = useRefusal();
  const mendDate = useCallback(
    (date: string, change: Mend) => {
      forget();
      mend(date, change);
    },
    [forget, mend],
  );

  async function save(skipConflicts: boolean) {
    const toSave = plan.planToSave();
    if (!toSave || !rule.rule) return;
    const notes = session.getValues('notes').trim();
    try {
      const result = await scheduling.mutateAsync({
        plan: toSave,
        rule: writeRule(rule.rule),
        notes,
        seriesId,
        skipConflicts,
      });
      onScheduled(result, forms.group);
    } catch (error) {
      refuse(error);
    }
  }

  return (
    <>
      <div className={classes.columns}>
        <Stack gap="md">
          {seriesId === null && <GroupField control={session.control} groups={groups} onChosen={forms.takeGroup} />}
          <SessionFields form={session} timezone={timezone} people={people} dateLabel="From" withNotes={false} />
          <RuleFields
            form={repeat}
            rule={rule}
            groupEnd={forms.groupEnd}
            onStart={(date) => session.setValue('session_date', date, { shouldDirty: true, shouldValidate: true })}
          />
          <NotesField form={session} />
          <PolicyNote groupId={forms.values.group_definition_id} led={plannedLeaders} plan={null} isNew />
        </Stack>
        <Stack gap="xs" component="section" aria-labelledby={headingId}>
          <Title order={2} size="h4" id={headingId}>
            Dates
          </Title>
          <RuleSentence rule={rule} />
          {seriesId === null && <ScheduledUntil group={forms.group} start={forms.values.session_date} />}
          {plan.error && <ErrorState error={plan.error} onRetry={plan.recheck} />}
          {forms.values.group_definition_id === '' ? (
            <Text size="sm" c="dimmed">
              Choose the group; then each date is checked.
            </Text>
          ) : (
            plan.planned.length > 0 && (
              <DateList
                planned={plan.planned}
                series={shown}
                people={people}
                thisYear={todayIn(timezone).slice(0, 4)}
                mayOverride={can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT)}
                isStale={plan.isStale}
                onMend={mendDate}
              />
            )
          )}
        </Stack>
      </div>
      <SeriesFoot
        plan={plan}
        hasGroup={forms.values.group_definition_id !== ''}
        error={scheduling.error}
        isSaving={scheduling.isPending}
        onSave={save}
        onClose={onClose}
      />
    </>
  );
}
