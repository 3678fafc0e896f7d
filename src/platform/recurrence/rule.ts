export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday, alone or as the nth of its month or year; negative counts from the end, null means each. */
export interface RuleDay {
  nth: number | null;
  day: Weekday;
}

/** One recurrence rule of RFC 5545 that means dates, no times. Empty lists are parts that the rule does not have. */
export interface Rule {
  frequency: Frequency;
  interval: number;
  /** How many dates, or null. */
  count: number | null;
  /** The last possible date, `YYYY-MM-DD`, or null. */
  until: string | null;
  months: readonly number[];
  weeks: readonly number[];
  yearDays: readonly number[];
  monthDays: readonly number[];
  days: readonly RuleDay[];
  positions: readonly number[];
  weekStart: Weekday;
}

/** The rule without anything beyond its frequency. */
export function plainRule(frequency: Frequency): Rule {
  return {
    frequency,
    interval: 1,
    count: null,
    until: null,
    months: [],
    weeks: [],
    yearDays: [],
    monthDays: [],
    days: [],
    positions: [],
    weekStart: 'MO',
  };
}

/** The rule as RFC 5545 writes it, without "RRULE:", DTSTART and EXDATE. */
export function writeRule(rule: Rule): string {
  const parts: [string, string | number | readonly (string | number)[] | null][] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? null : rule.interval],
    ['COUNT', rule.count],
    ['UNTIL', rule.until?.replaceAll('-', '') ?? null],
    ['BYMONTH', rule.months],
    ['BYWEEKNO', rule.weeks],
    ['BYYEARDAY', rule.yearDays],
    ['BYMONTHDAY', rule.monthDays],
    ['BYDAY', rule.days.map(({ nth, day }) => `${nth ?? ''}${day}`)],
    ['BYSETPOS', rule.positions],
    ['WKST', rule.weekStart === 'MO' ? null : rule.weekStart],
  ];
  return parts.flatMap(([name, value]) => (value === null || `${value}` === '' ? [] : `${name}=${value}`)).join(';');
}

/** The weekday of a date `YYYY-MM-DD`. */
export function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'MO';
}

/** The rule with the days that it leaves to its start (`YYYY-MM-DD`) written out: the same dates, and it says which they are. */
export function anchoredRule(rule: Rule, start: string): Rule {
  if (rule.days.length + rule.monthDays.length + rule.yearDays.length > 0 || rule.frequency === 'DAILY') return rule;
  if (rule.frequency === 'WEEKLY' || rule.weeks.length > 0)
    return { ...rule, days: [{ nth: null, day: weekdayOf(start) }] };
  const [, month, day] = start.split('-').map(Number);
  if (month === undefined || day === undefined) return rule;
  const months = rule.frequency === 'YEARLY' && rule.months.length === 0 ? [month] : rule.months;
  return { ...rule, months, monthDays: [day] };
}
