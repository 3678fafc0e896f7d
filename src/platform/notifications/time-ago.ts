import { dateFormat, parseTimestamp } from '@/platform/time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });

/** How long ago it was, as people say it: "just now", "5 minutes ago"; after a week the day, in the clinic's zone. */
export function timeAgo(timestamp: string, now: Date, timezone: string): string {
  const then = parseTimestamp(timestamp);
  const passed = now.getTime() - then.getTime();
  // The server's clock may be a little ahead.
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
  if (passed < 7 * DAY) return relative.format(-Math.floor(passed / DAY), 'day');
  const sameYear = then.getFullYear() === now.getFullYear();
  return dateFormat({
    ...{ month: 'short', day: 'numeric', timeZone: timezone },
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(then);
}
