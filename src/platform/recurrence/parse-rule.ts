import { FREQUENCIES, type Frequency, type Rule } from './rule';
import { ruleParts } from './rule-parts';
import { RuleProblem } from './rule-problem';
import { dayList, isWeekday, numberList, numberPart, type RuleClock, untilDate } from './rule-values';

const WITHIN_A_DAY = ['HOURLY', 'MINUTELY', 'SECONDLY'];
const MOST_COUNT = 500;
/** The largest ordinal of a weekday: five in a month, 53 in a year. */
const MOST_NTH: Readonly<Record<Frequency, number>> = { DAILY: 0, WEEKLY: 0, MONTHLY: 5, YEARLY: 53 };

/** Reads one rule, `FREQ=…;…`. Throws a RuleProblem that says in words which part is wrong and what is right. */
export function parseRule(text: string, clock: RuleClock): Rule {
  const parts = ruleParts(text);
  const frequency = frequencyOf(parts.get('FREQ'));
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  if (count !== undefined && until !== undefined)
    throw new RuleProblem('A rule ends either after COUNT dates or on UNTIL. Leave one of them out.');
  refuseMisplaced(parts, frequency);
  return {
    frequency,
    interval: numberPart('INTERVAL', parts.get('INTERVAL') ?? '1', 1, 999),
    count: count === undefined ? null : numberPart('COUNT', count, 1, MOST_COUNT),
    until: until === undefined ? null : untilDate(until, clock),
    months: numberList('BYMONTH', parts.get('BYMONTH'), 12, false),
    weeks: numberList('BYWEEKNO', parts.get('BYWEEKNO'), 53),
    yearDays: numberList('BYYEARDAY', parts.get('BYYEARDAY'), 366),
    monthDays: numberList('BYMONTHDAY', parts.get('BYMONTHDAY'), 31),
    days: dayList(parts.get('BYDAY'), MOST_NTH[frequency]),
    positions: numberList('BYSETPOS', parts.get('BYSETPOS'), 366),
    weekStart: weekStartOf(parts.get('WKST')),
  };
}

function frequencyOf(value: string | undefined): Frequency {
  if (value === undefined) throw new RuleProblem('FREQ is missing. Say how often it meets, as in FREQ=WEEKLY.');
  const frequency = FREQUENCIES.find((known) => known === value);
  if (frequency) return frequency;
  throw new RuleProblem(
    WITHIN_A_DAY.includes(value)
      ? `FREQ=${value} repeats within a day. Sessions repeat by DAILY, WEEKLY, MONTHLY or YEARLY.`
      : `FREQ=${value.slice(0, 20)} is not known. Use DAILY, WEEKLY, MONTHLY or YEARLY; every second week is FREQ=WEEKLY;INTERVAL=2.`,
  );
}

/** Parts that RFC 5545 does not allow with the frequency, or without another part. */
function refuseMisplaced(parts: ReadonlyMap<string, string>, frequency: Frequency): void {
  if (frequency === 'WEEKLY' && parts.has('BYMONTHDAY'))
    throw new RuleProblem('BYMONTHDAY does not go with FREQ=WEEKLY. For days of the month use FREQ=MONTHLY.');
  for (const name of ['BYWEEKNO', 'BYYEARDAY'])
    if (frequency !== 'YEARLY' && parts.has(name)) throw new RuleProblem(`${name} goes only with FREQ=YEARLY.`);
  if (parts.has('BYWEEKNO') && /\d/.test(parts.get('BYDAY') ?? ''))
    throw new RuleProblem('With BYWEEKNO, BYDAY takes plain weekdays, as in BYDAY=MO.');
  if (parts.has('BYSETPOS') && ![...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS'))
    throw new RuleProblem('BYSETPOS chooses among the dates of another part, as in BYDAY=MO,TU;BYSETPOS=-1.');
}

function weekStartOf(value: string | undefined) {
  if (value === undefined) return 'MO';
  if (!isWeekday(value))
    throw new RuleProblem(`WKST=${value.slice(0, 20)} is not a weekday. Write WKST=SU or WKST=MO.`);
  return value;
}
