import { formatDate, parseTimestamp, wallClock } from '@/platform/time';

interface EnrollmentTimes {
  status: string;
  enrolled_at: string | null;
  waitlisted_at: string | null;
  disenrolled_at: string | null;
}

/** The day of a timestamp on the clock of a zone, "Nov 24, 2026"; "an unknown day" for null. */
export function dayOf(timestamp: string | null, timezone: string): string {
  return timestamp ? formatDate(wallClock(parseTimestamp(timestamp), timezone).date) : 'an unknown day';
}

/**
 * When an enrollment was, on the clock of the organization's zone: "Enrolled since Nov 3, 2026",
 * "Nov 3, 2026 to Jan 5, 2027", "On the waitlist from Nov 3, 2026 to Jan 5, 2027".
 */
export function enrollmentPeriod(times: EnrollmentTimes, timezone: string): string {
  if (times.status === 'enrolled') return `Enrolled since ${dayOf(times.enrolled_at, timezone)}`;
  if (times.status === 'waitlisted') return `Waiting since ${dayOf(times.waitlisted_at, timezone)}`;
  const until = dayOf(times.disenrolled_at, timezone);
  if (times.enrolled_at) return `${dayOf(times.enrolled_at, timezone)} to ${until}`;
  return `On the waitlist from ${dayOf(times.waitlisted_at, timezone)} to ${until}`;
}
