import { dateFormat, daysBetween, parseTimestamp, wallClock } from '@/platform/time';

/**
 * When something starts, by the clock of its clinic: "today, 2:00 PM", "tomorrow, 9:00 AM", "Tue, Nov 24, 9:00 AM".
 * Takes a timestamp as the database sends it, the clinic's IANA zone and the present.
 */
export function startsInWords(startsAt: string, timezone: string, now = new Date()): string {
  const instant = parseTimestamp(startsAt);
  // Browsers put a narrow no-break space before AM and PM.
  const clock = dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: timezone })
    .format(instant)
    .replace(/\u202f/g, ' ');
  const days = daysBetween(wallClock(now, timezone).date, wallClock(instant, timezone).date);
  if (days === 0) return `today, ${clock}`;
  if (days === 1) return `tomorrow, ${clock}`;
  const day = dateFormat({ weekday: 'short', month: 'short', day: 'numeric', timeZone: timezone }).format(instant);
  return `${day}, ${clock}`;
}
