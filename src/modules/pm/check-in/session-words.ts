import { dateFormat } from '@/platform/time/date-format';
import { parseTimestamp } from '@/platform/time/timestamp';

// Of platform/time only what needs no Temporal: its polyfill alone is a third of what a patient's phone has to fetch.

interface WallClockTimes {
  session_date: string;
  start_time: string;
  end_time: string;
}

/** "Tuesday, November 24, 9:00 AM to 10:30 AM", on the clinic's wall clock. */
export function sessionWords({ session_date, start_time, end_time }: WallClockTimes): string {
  const day = dateFormat({ weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const date = day.format(parseTimestamp(`${session_date}T00:00Z`));
  return `${date}, ${wallTime(start_time)} to ${wallTime(end_time)}`;
}

/** "today at 8:30 AM", "Tuesday, November 24, at 8:30 AM": a moment on the clinic's wall clock, seen from now. */
export function momentWords(timestamp: string, timezone: string, now = new Date()): string {
  const moment = parseTimestamp(timestamp);
  const day = dateFormat({ weekday: 'long', month: 'long', day: 'numeric', timeZone: timezone });
  const date = day.format(moment) === day.format(now) ? 'today' : `${day.format(moment)},`;
  return `${date} at ${clock(moment, timezone)}`;
}

/** The clinic's zone in words ("Mountain Standard Time"), or null where the phone's clock shows the same as the clinic's. */
export function otherZone(timestamp: string, timezone: string): string | null {
  const moment = parseTimestamp(timestamp);
  const shown = (timeZone?: string) =>
    dateFormat({ dateStyle: 'short', timeStyle: 'short', ...(timeZone && { timeZone }) }).format(moment);
  if (shown() === shown(timezone)) return null;
  const parts = dateFormat({ timeZone: timezone, timeZoneName: 'long' }).formatToParts(moment);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timezone;
}

function wallTime(time: string): string {
  return clock(parseTimestamp(`2000-01-01T${time}Z`), 'UTC');
}

function clock(moment: Date, timezone: string): string {
  const text = dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: timezone }).format(moment);
  // Browsers put a narrow no-break space before AM and PM; a plain one can be found and compared.
  return text.replace(/\u202f/g, ' ');
}
