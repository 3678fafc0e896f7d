import { formatDate } from '../time';
import { type Rule, type RuleDay, WEEKDAYS, type Weekday } from './rule';

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;

/**
 * Reads a rule back: "Every month on the 2nd Tuesday, 10 times". Not rrule-temporal's own text: that calls every count from
 * the end "last" (-2MO too), and it would bring the whole library to places that only show a rule.
 */
export function ruleWords(rule: Rule): string {
  return `${patternWords(rule)}${endingWords(rule)}`;
}

/** How often, without when it ends: "Every 2 weeks on Monday". */
export function patternWords(rule: Rule): string {
  if (isEvery(rule, WEEKDAYS)) return 'Every day';
  if (isEvery(rule, WEEKDAYS.slice(0, 5))) return 'Every weekday';
  const unit = UNITS[rule.frequency];
  const every = rule.interval === 1 ? `Every ${unit}` : `Every ${rule.interval} ${unit}s`;
  const monthDays = list(rule.monthDays.map((day) => (day === -1 ? 'the last day' : `the ${nthWords(day)}`)));
  const parts = [
    every,
    rule.days.length > 0 && `on ${list(inOrder(rule.days).map(dayWords))}`,
    monthDays && (rule.days.length > 0 ? `if that is ${monthDays}` : `on ${monthDays}`),
    rule.yearDays.length > 0 && `on ${list(rule.yearDays.map((day) => `the ${nthWords(day)}`))} day of the year`,
    rule.weeks.length > 0 && `in ${list(rule.weeks.map((week) => `the ${nthWords(week)}`))} week of the year`,
    rule.months.length > 0 && `in ${list(rule.months.map((month) => MONTH_NAMES[month - 1] ?? ''))}`,
  ];
  const only =
    rule.positions.length > 0 ? `, only ${list(rule.positions.map((at) => `the ${nthWords(at)}`))} of these` : '';
  return parts.filter(Boolean).join(' ') + only;
}

function endingWords({ count, until }: Rule): string {
  if (until) return ` until ${formatDate(until)}`;
  if (count === null) return '';
  return count === 1 ? ', once' : `, ${count} times`;
}

function isEvery(rule: Rule, days: readonly Weekday[]): boolean {
  return (
    rule.frequency === 'WEEKLY' &&
    rule.interval === 1 &&
    rule.months.length + rule.positions.length === 0 &&
    new Set(rule.days.map(({ day }) => day)).size === days.length &&
    rule.days.every(({ day }) => days.includes(day))
  );
}

function inOrder(days: readonly RuleDay[]): RuleDay[] {
  return days.toSorted((one, other) => WEEKDAYS.indexOf(one.day) - WEEKDAYS.indexOf(other.day));
}

function dayWords({ nth, day }: RuleDay): string {
  return nth === null ? WEEKDAY_NAMES[day] : `the ${nthWords(nth)} ${WEEKDAY_NAMES[day]}`;
}

const SUFFIXES = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' };
const ordinals = new Intl.PluralRules('en-US', { type: 'ordinal' });

/** "2nd", "last", "3rd to last". */
export function nthWords(nth: number): string {
  if (nth === -1) return 'last';
  const counted = `${Math.abs(nth)}${SUFFIXES[ordinals.select(Math.abs(nth))]}`;
  return nth < 0 ? `${counted} to last` : counted;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en-US').format(items);
}
