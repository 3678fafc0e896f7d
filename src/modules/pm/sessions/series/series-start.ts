import { readRule } from '@/platform/recurrence/read-rule';
import { nextRuleDate, ruleDates } from '@/platform/recurrence/rule-dates';
import { emptyRuleForm, formOfRule } from '@/platform/recurrence/rule-form';
import type { RuleForm } from '@/platform/recurrence/rule-form.schema';
import type { RuleClock } from '@/platform/recurrence/rule-values';
import { addDays } from '@/platform/time/calendar-days';
import type { GroupOption } from '../api/get-group-options';
import type { SessionFormValues } from '../session-form.schema';
import { newSessionValues, type Slot } from '../session-form-model';

/** What the two forms of a series open with. */
export interface SeriesStart {
  session: SessionFormValues;
  rule: RuleForm;
  /** Nobody has chosen the first date: another group may bring its own. */
  mayMove: boolean;
}

/** A new series of the group; what was selected in the calendar goes before what the group says. */
export function newSeriesStart(
  slot: Slot,
  group: GroupOption | undefined,
  now: { date: string; time: string },
  timezone: string,
): SeriesStart {
  const start = slot.start || usualStart(group);
  const clock = { timezone, startTime: start };
  const date = slot.date || firstDate(group, now.date, clock);
  return {
    session: newSessionValues({ ...slot, date, start }, group, now),
    rule: proposedRule(group, date, clock),
    mayMove: slot.date === '',
  };
}

/** When the group's last session begins; without one, when a group of the morning or the afternoon usually does. */
export function usualStart(group: GroupOption | undefined): string {
  if (group?.last_session) return group.last_session.start_time.slice(0, 5);
  return group?.time_period === 'PM' ? '13:00' : '09:00';
}

/** The rule that the group names, as the form has it; else weekly on the start's weekday. */
export function proposedRule(group: GroupOption | undefined, start: string, clock: RuleClock): RuleForm {
  const context = { start, groupEnd: endAfter(group, start) };
  const text = group?.recurrence_rule;
  if (!text) return emptyRuleForm(context);
  const reading = readRule(text, clock);
  // What the group has is no rule that can be planned: it is shown with what is wrong about it.
  if ('problem' in reading) return { ...emptyRuleForm(context), kind: 'text', text };
  const form = formOfRule(reading.rule, context);
  // A group without an end meets on and on; how many sessions to plan now is a small number to begin with.
  return form.ending === 'never' ? { ...form, ending: 'count' } : form;
}

/** When the group ends, if that is still to come. */
export function endAfter(group: GroupOption | undefined, start: string): string | null {
  return group?.end_date && group.end_date >= start ? group.end_date : null;
}

/** The first day from today on that the group's rule names, not before the group begins and after all its sessions so far. */
export function firstDate(group: GroupOption | undefined, today: string, clock: RuleClock): string {
  const from = group?.start_date && group.start_date > today ? group.start_date : today;
  const reading = group?.recurrence_rule ? readRule(group.recurrence_rule, clock) : null;
  const rule = reading && !('problem' in reading) ? reading.rule : null;
  const last = scheduledUntil(group, today);
  if (last !== null) return (rule && nextRuleDate(rule, last, last)) ?? addDays(last, 7);
  if (!rule) return from;
  return ruleDates({ ...rule, count: 1, until: null }, from).dates[0] ?? from;
}

/** The day of the group's last session, if that is still to come. */
export function scheduledUntil(group: GroupOption | undefined, today: string): string | null {
  return group?.last_session && group.last_session.session_date >= today ? group.last_session.session_date : null;
}

/** What an existing series goes on from. */
export interface SeriesSoFar {
  recurrence_rule: string | null;
  start_time: string;
  end_time: string;
  facilitator_id: string | null;
  co_facilitator_id: string | null;
  location: string | null;
  first_session_on: string | null;
  last_session_on: string | null;
  session_count: number | null;
}

/** The next dates of a series after its last session: as many again as its rule counts, or until its group ends. */
export function extensionStart(series: SeriesSoFar, group: GroupOption, today: string, timezone: string): SeriesStart {
  const start_time = series.start_time.slice(0, 5);
  const clock = { timezone, startTime: start_time };
  const reading = series.recurrence_rule ? readRule(series.recurrence_rule, clock) : null;
  const rule = reading && !('problem' in reading) ? reading.rule : null;
  const yesterday = addDays(today, -1);
  const after = [series.last_session_on ?? yesterday, yesterday].sort().at(-1) ?? yesterday;
  const date = (rule && nextRuleDate(rule, series.first_session_on ?? after, after)) ?? addDays(after, 1);
  const groupEnd = endAfter(group, date);
  const form = rule
    ? formOfRule(
        { ...rule, until: null, count: groupEnd ? null : (rule.count ?? series.session_count) || 10 },
        { start: date, groupEnd },
      )
    : emptyRuleForm({ start: date, groupEnd });
  return {
    rule: form,
    mayMove: false,
    session: {
      group_definition_id: group.id,
      session_date: date,
      start_time,
      end_time: series.end_time.slice(0, 5),
      facilitator_id: series.facilitator_id ?? group.facilitator_id,
      co_facilitator_id: series.co_facilitator_id ?? group.co_facilitator_id,
      location: series.location ?? group.location ?? '',
      notes: '',
      conflict_override: false,
    },
  };
}
