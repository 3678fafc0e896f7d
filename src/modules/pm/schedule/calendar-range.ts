import { Temporal } from 'temporal-polyfill';
import type { InstantRange } from '@/modules/pm/sessions';
import { dateFormat } from '@/platform/time';
import type { CalendarView } from './schedule-address';

/** Calendar dates `YYYY-MM-DD`; `end` is the first day after the range. */
export interface DateRange {
  start: string;
  end: string;
}

/** Whether a view shows a single day. */
export function isDayView(view: CalendarView): boolean {
  return view === 'day' || view === 'people' || view === 'rooms';
}

/** The days that a view shows for a date, weeks beginning on Sunday; a month with the rest of its first and last week. */
export function visibleDates(view: CalendarView, date: string): DateRange {
  const day = Temporal.PlainDate.from(date);
  if (isDayView(view)) return asRange(day, day.add({ days: 1 }));
  if (view !== 'month') return asRange(weekStart(day), weekStart(day).add({ days: 7 }));
  const first = day.with({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return asRange(weekStart(first), weekStart(last).add({ days: 7 }));
}

const HEADER = 36;
const DAY_NUMBER = 32;
const LINE = 22;

/**
 * How many sessions a day of the month can show above "more" where the month has so many pixels of height. Reckoned and not
 * left to FullCalendar, which would draw all of them to see which fit: too slow for 2,000.
 */
export function linesPerDay(date: string, height: number): number {
  const { start, end } = visibleDates('month', date);
  const weeks = Temporal.PlainDate.from(start).until(end, { largestUnit: 'day' }).days / 7;
  return Math.max(1, Math.floor(((height - HEADER) / weeks - DAY_NUMBER) / LINE) - 1);
}

/** The date to go to for the view before (-1) or after (1) the one that shows a date. */
export function stepDate(view: CalendarView, date: string, steps: number): string {
  const day = Temporal.PlainDate.from(date);
  if (isDayView(view)) return day.add({ days: steps }).toString();
  if (view === 'month') return day.with({ day: 1 }).add({ months: steps }).toString();
  return day.add({ weeks: steps }).toString();
}

/** The instants at which the range begins and ends on a zone's clock; a day of 23 or 25 hours counts as one. */
export function instantsOf({ start, end }: DateRange, timezone: string): InstantRange {
  return { from: midnight(start, timezone), to: midnight(end, timezone) };
}

/** What a view of a date is called: "November 2026", "Nov 22 – 28, 2026", "Tuesday, November 24, 2026" (short: "Tue, Nov 24"). */
export function rangeTitle(view: CalendarView, date: string, short = false): string {
  const day = utcNoon(Temporal.PlainDate.from(date));
  if (view === 'month') return titleFormat({ month: 'long', year: 'numeric' }).format(day);
  if (isDayView(view) && short) return titleFormat({ weekday: 'short', month: 'short', day: 'numeric' }).format(day);
  if (isDayView(view)) return titleFormat({ dateStyle: 'full' }).format(day);
  const { start, end } = visibleDates(view, date);
  const last = Temporal.PlainDate.from(end).subtract({ days: 1 });
  return titleFormat({ dateStyle: 'medium' }).formatRange(utcNoon(Temporal.PlainDate.from(start)), utcNoon(last));
}

function asRange(start: Temporal.PlainDate, end: Temporal.PlainDate): DateRange {
  return { start: start.toString(), end: end.toString() };
}

// Temporal counts Monday as 1 and Sunday as 7.
function weekStart(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek % 7 });
}

function midnight(date: string, timezone: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(timezone).toInstant().toString();
}

function utcNoon(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T12:00:00Z`);
}

function titleFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat({ ...options, timeZone: 'UTC' });
}
