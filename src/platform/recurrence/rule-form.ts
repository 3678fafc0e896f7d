import { plainRule, type Rule, WEEKDAYS, weekdayOf, writeRule } from './rule';
import type { RuleForm } from './rule-form.schema';

/** What the form's choices refer to. */
export interface RuleContext {
  /** The first possible date, `YYYY-MM-DD`. */
  start: string;
  /** When the group ends, or null. */
  groupEnd: string | null;
}

const DEFAULT_COUNT = 10;

/** A weekly rule on the start's weekday, to begin with. */
export function emptyRuleForm({ start, groupEnd }: RuleContext): RuleForm {
  const day = Number(start.slice(8));
  return {
    kind: 'WEEKLY',
    interval: 1,
    weekdays: [weekdayOf(start)],
    monthly: 'weekday',
    monthDay: day,
    // The fifth is not in each month: who starts on it means the last.
    nth: day > 28 ? -1 : Math.ceil(day / 7),
    nthDay: weekdayOf(start),
    ending: groupEnd === null ? 'count' : 'group',
    count: DEFAULT_COUNT,
    until: '',
    text: '',
  };
}

/** The form that means the rule; what it has no fields for stays text. A rule without an end is to end with its group. */
export function formOfRule(rule: Rule, context: RuleContext): RuleForm {
  const empty = emptyRuleForm(context);
  const pattern = patternFields(rule, context);
  if (!pattern) return { ...empty, kind: 'text', text: writeRule(rule) };
  return { ...empty, ...pattern, ...endingFields(rule, context) };
}

function patternFields(rule: Rule, { start }: RuleContext): Partial<RuleForm> | null {
  const { frequency, interval, days, monthDays, positions } = rule;
  if (interval > 99 || rule.months.length + rule.weeks.length + rule.yearDays.length > 0) return null;
  const [day, anotherDay] = days;
  const bare = days.length + monthDays.length + positions.length === 0;
  if (frequency === 'DAILY') return bare ? { kind: 'DAILY', interval } : null;
  if (frequency === 'WEEKLY') {
    // When a week begins matters only for several days in every second week.
    if (positions.length > 0 || (rule.weekStart !== 'MO' && interval > 1 && days.length > 1)) return null;
    const chosen = WEEKDAYS.filter((weekday) => days.some((one) => one.day === weekday));
    return { kind: 'WEEKLY', interval, weekdays: chosen.length > 0 ? chosen : [weekdayOf(start)] };
  }
  if (frequency !== 'MONTHLY') return null;
  if (bare) return { kind: 'MONTHLY', interval, monthly: 'day', monthDay: Number(start.slice(8)) };
  const [monthDay, anotherMonthDay] = monthDays;
  if (monthDay !== undefined)
    return days.length + positions.length > 0 || anotherMonthDay !== undefined || monthDay < -1
      ? null
      : { kind: 'MONTHLY', interval, monthly: 'day', monthDay };
  if (!day || anotherDay || positions.length > 1) return null;
  // The second Tuesday can be written as BYDAY=2TU or as BYDAY=TU;BYSETPOS=2.
  const nth = positions[0] === undefined ? day.nth : day.nth === null ? positions[0] : null;
  if (nth === null || nth < -1 || nth > 5) return null;
  return { kind: 'MONTHLY', interval, monthly: 'weekday', nth, nthDay: day.day };
}

function endingFields({ count, until }: Rule, { groupEnd }: RuleContext): Partial<RuleForm> {
  if (count !== null) return { ending: 'count', count };
  if (until !== null) return until === groupEnd ? { ending: 'group' } : { ending: 'until', until };
  return { ending: groupEnd === null ? 'never' : 'group' };
}

/** The rule that a valid form means; null where `kind` is text, which is read apart. */
export function ruleOfForm(form: RuleForm, { groupEnd }: RuleContext): Rule | null {
  if (form.kind === 'text') return null;
  const rule = { ...plainRule(form.kind), interval: form.interval || 1, ...ending(form, groupEnd) };
  if (form.kind === 'DAILY') return rule;
  if (form.kind === 'WEEKLY')
    return {
      ...rule,
      days: WEEKDAYS.filter((day) => form.weekdays.includes(day)).map((day) => ({ nth: null, day })),
    };
  return form.monthly === 'day'
    ? { ...rule, monthDays: [form.monthDay] }
    : { ...rule, days: [{ nth: form.nth, day: form.nthDay }] };
}

function ending(form: RuleForm, groupEnd: string | null): Pick<Rule, 'count' | 'until'> {
  if (form.ending === 'count') return { count: form.count || null, until: null };
  if (form.ending === 'until') return { count: null, until: form.until };
  return { count: null, until: form.ending === 'group' ? groupEnd : null };
}

/** The rule after all its dates moved by some days; null where no rule says that (the 2nd Tuesday moved by one is no 2nd Wednesday). */
export function shiftedRule(rule: Rule, days: number): Rule | null {
  if (days === 0) return rule;
  const bare = rule.months.length + rule.monthDays.length + rule.positions.length === 0;
  if (rule.frequency === 'DAILY' && bare && rule.days.length === 0) return rule;
  if (rule.frequency !== 'WEEKLY' || !bare) return null;
  return {
    ...rule,
    days: rule.days.map(({ nth, day }) => ({
      nth,
      day: WEEKDAYS[(((WEEKDAYS.indexOf(day) + days) % 7) + 7) % 7] ?? day,
    })),
  };
}
