import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { ruleFormSchema } from '@/platform/recurrence/rule-form.schema';
import { todayIn } from '@/platform/time';
import type { GroupOption } from '../api/get-group-options';
import { sessionFormSchema } from '../session-form.schema';
import { defaultEnd, groupDefaults } from '../session-form-model';
import { endAfter, firstDate, proposedRule, type SeriesStart, usualStart } from './series-start';
import { useRule } from './use-rule';

/** The two forms of a series, what its sessions are and how they repeat, and the dates that follow from both. */
export function useSeriesForms(start: SeriesStart, groups: readonly GroupOption[], timezone: string) {
  const session = useForm({
    resolver: zodResolver(sessionFormSchema),
    defaultValues: start.session,
    mode: 'onTouched',
  });
  const repeat = useForm({ resolver: zodResolver(ruleFormSchema), defaultValues: start.rule, mode: 'onTouched' });
  const values = useWatch({ control: session.control, compute: (all) => all });
  const rule = useWatch({ control: repeat.control, compute: (all) => all });
  const group = groups.find(({ id }) => id === values.group_definition_id);
  const clock = { timezone, startTime: values.start_time };
  const groupEnd = endAfter(group, values.session_date);
  const inForce = useRule(rule, { start: values.session_date, groupEnd }, clock);
  const { dirtyFields } = session.formState;
  const ruleIsTouched = repeat.formState.isDirty;

  /** Another group brings its own people, room, length and rule, where nothing else was said. */
  function takeGroup(chosen: GroupOption | undefined) {
    const { facilitator_id, co_facilitator_id, location } = groupDefaults(chosen);
    if (!dirtyFields.facilitator_id) session.resetField('facilitator_id', { defaultValue: facilitator_id });
    if (!dirtyFields.co_facilitator_id) session.resetField('co_facilitator_id', { defaultValue: co_facilitator_id });
    if (!dirtyFields.location) session.resetField('location', { defaultValue: location });
    if (!dirtyFields.start_time) session.resetField('start_time', { defaultValue: usualStart(chosen) });
    if (!dirtyFields.end_time)
      session.resetField('end_time', { defaultValue: defaultEnd(session.getValues('start_time'), chosen) });
    if (!dirtyFields.session_date && start.mayMove)
      session.resetField('session_date', { defaultValue: firstDate(chosen, todayIn(timezone), clock) });
    if (!ruleIsTouched) repeat.reset(proposedRule(chosen, session.getValues('session_date'), clock));
  }

  // A rule that nobody has touched follows the start: begun on a Wednesday, it is every Wednesday.
  const followsStart = !ruleIsTouched && !group?.recurrence_rule && rule.kind !== 'text';
  const { session_date } = values;
  useEffect(() => {
    if (!followsStart || session_date === '' || session_date === start.session.session_date) return;
    const { kind, ending, count } = repeat.getValues();
    repeat.reset({ ...proposedRule(group, session_date, { timezone, startTime: '' }), kind, ending, count });
  }, [followsStart, session_date, start, group, timezone, repeat]);

  return { session, repeat, values, group, groupEnd, rule: inForce, takeGroup };
}

export type SeriesForms = ReturnType<typeof useSeriesForms>;
