import { dateFormat } from './date-format';
import { parseTimestamp } from './timestamp';
import { todayIn } from './zone';

/**
 * A session's time as people say it: "Tue, Nov 24, 9:00–10:30 AM", with the year when it is not the present one.
 * Takes two timestamps as the database sends them and the zone whose clock to show.
 */
export function formatSessionTime(startsAt: string, endsAt: string, timezone: string): string {
  const start = parseTimestamp(startsAt);
  const end = parseTimestamp(endsAt);
  const day = formatDay(start, timezone);
  const endDay = formatDay(end, timezone);
  if (day !== endDay) return `${day}, ${clock(start, timezone)} – ${endDay}, ${clock(end, timezone)}`;
  return `${day}, ${formatTimeRange(startsAt, endsAt, timezone)}`;
}

/** The times alone: "9:00–10:30 AM", "11:00 AM–12:30 PM". */
export function formatTimeRange(startsAt: string, endsAt: string, timezone: string): string {
  const from = clock(parseTimestamp(startsAt), timezone);
  const to = clock(parseTimestamp(endsAt), timezone);
  const sameHalf = from.slice(-2) === to.slice(-2);
  return `${sameHalf ? from.slice(0, -3) : from}–${to}`;
}

/** A moment: "Nov 24, 2026, 2:57 PM", in the given zone. */
export function formatTimestamp(timestamp: string, timezone: string): string {
  const instant = parseTimestamp(timestamp);
  const date = dateFormat({ dateStyle: 'medium', timeZone: timezone }).format(instant);
  return `${date}, ${clock(instant, timezone)}`;
}

/** A calendar date (`YYYY-MM-DD`, no zone): "Nov 24, 2026". */
export function formatDate(isoDate: string): string {
  return dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(calendarDate(isoDate));
}

/** A calendar date (`YYYY-MM-DD`, no zone) with its weekday: "Tuesday, November 24". */
export function formatLongDate(isoDate: string): string {
  return dateFormat({ weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(calendarDate(isoDate));
}

function calendarDate(isoDate: string): Date {
  if (!/^\d{4}-\d\d-\d\d$/.test(isoDate)) throw new RangeError('Not a date');
  return parseTimestamp(`${isoDate}T00:00Z`);
}

function formatDay(instant: Date, timezone: string): string {
  const year = dateFormat({ year: 'numeric', timeZone: timezone }).format(instant);
  return dateFormat({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(todayIn(timezone).startsWith(year) ? {} : { year: 'numeric' }),
    timeZone: timezone,
  }).format(instant);
}

function clock(instant: Date, timezone: string): string {
  const text = dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: timezone }).format(instant);
  // Browsers put a narrow no-break space before AM and PM; a plain one can be found, copied and compared.
  return text.replace(/\u202f/g, ' ');
}
