import { wallClock } from '../time';
import { addDays } from '../time/calendar-days';
import { type RuleDay, WEEKDAYS, type Weekday } from './rule';
import { RuleProblem } from './rule-problem';

/** What turns an UNTIL that is a moment into a date: the organization's zone and when the sessions start (`HH:MM`). */
export interface RuleClock {
  timezone: string;
  startTime: string;
}

/** A whole number within limits. */
export function numberPart(name: string, value: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new RuleProblem(
      `${name}=${value.slice(0, 20)} is not possible. Use a whole number from ${least} to ${most}.`,
    );
  return number;
}

/** Whole numbers from 1 to `most`; negative ones count from the end where that is allowed. */
export function numberList(name: string, value: string | undefined, most: number, fromEnd = true): number[] {
  if (value === undefined) return [];
  const numbers = value.split(',').map((item) => {
    const number = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : 0;
    if (number === 0 || Math.abs(number) > most || (number < 0 && !fromEnd))
      throw new RuleProblem(
        `${name} cannot hold “${item.slice(0, 20)}”. Use numbers from 1 to ${most}${fromEnd ? `, or -1 to -${most} counted from the end` : ''}.`,
      );
    return number;
  });
  return [...new Set(numbers)];
}

export function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some((day) => day === text);
}

/** Weekdays, with the nth of the month or year before them where that is allowed. */
export function dayList(value: string | undefined, mostNth: number): RuleDay[] {
  return (value?.split(',') ?? []).map((item) => {
    const [, nth = '', day = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
    if (!isWeekday(day))
      throw new RuleProblem(`BYDAY cannot hold “${item.slice(0, 20)}”. Days are ${WEEKDAYS.join(', ')}.`);
    if (nth === '') return { nth: null, day };
    if (mostNth === 0)
      throw new RuleProblem(
        `BYDAY=${item} counts weekdays within a month, so it goes with FREQ=MONTHLY or FREQ=YEARLY. For each ${day} write BYDAY=${day}.`,
      );
    if (Number(nth) === 0 || Math.abs(Number(nth)) > mostNth)
      throw new RuleProblem(
        `BYDAY=${item} does not exist. Count from 1 to ${mostNth}, or from -1 to -${mostNth} from the end.`,
      );
    return { nth: Number(nth), day };
  });
}

/** The last possible date of UNTIL: a date, a floating time, or a moment in UTC as calendars write it. */
export function untilDate(value: string, clock: RuleClock): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z)?)?$/.exec(value);
  const date = match && calendarDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (!match || !date)
    throw new RuleProblem(
      `UNTIL=${value.slice(0, 20)} is not a date. Write year, month and day in eight digits, as in UNTIL=20271231.`,
    );
  if (match[4] === undefined) return date;
  const time = `${match[4]}:${match[5]}`;
  const end = match[7] ? wallClock(new Date(`${date}T${time}:${match[6]}Z`), clock.timezone) : { date, time };
  // That day's session would begin only after the moment that UNTIL names.
  return clock.startTime > end.time ? addDays(end.date, -1) : end.date;
}

/** The text as it is when it is a date of the calendar, `YYYY-MM-DD`; else null. */
export function calendarDate(text: string): string | null {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}
