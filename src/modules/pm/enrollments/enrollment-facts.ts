import { formatDate, parseTimestamp, wallClock } from '@/platform/time';
import { enrollmentPeriod } from './enrollment-times';

interface Enrollment {
  status: string;
  /** First day on rosters (`YYYY-MM-DD`). */
  starts_on: string;
  enrolled_at: string | null;
  waitlisted_at: string | null;
  disenrolled_at: string | null;
  disenroll_reason: string | null;
  waitlist_held_at: string | null;
  /** `YYYY-MM-DD`. */
  waitlist_held_until: string | null;
  waitlist_hold_reason: string | null;
  transferred_from_id: string | null;
}

interface Around {
  timezone: string;
  /** `YYYY-MM-DD` in that zone. */
  today: string;
  /** Where the patient came from by a transfer; null when that is not known. */
  fromGroup: string | null;
  /** Where the patient went by a transfer; null when not transferred. */
  toGroup: string | null;
}

/** What there is to say of an enrollment, a sentence each: since when, from which day, how it came and why it ended. */
export function enrollmentFacts(enrollment: Enrollment, around: Around): string[] {
  const { timezone } = around;
  return [
    `${enrollmentPeriod(enrollment, timezone)}.`,
    ...waited(enrollment, timezone),
    ...startsLater(enrollment, around),
    ...held(enrollment, around),
    ...(enrollment.transferred_from_id ? [`Transferred from ${around.fromGroup ?? 'another group'}.`] : []),
    ...(around.toGroup ? [`Transferred to ${around.toGroup}.`] : []),
    ...(enrollment.disenroll_reason ? [`Reason: ${enrollment.disenroll_reason}`] : []),
  ];
}

function waited({ waitlisted_at, enrolled_at }: Enrollment, timezone: string): string[] {
  if (!waitlisted_at || !enrolled_at) return [];
  return [`On the waitlist before, since ${formatDate(dateOf(waitlisted_at, timezone))}.`];
}

function startsLater({ status, starts_on, enrolled_at }: Enrollment, { timezone, today }: Around): string[] {
  if (status === 'enrolled' && starts_on > today) return [`On rosters from ${formatDate(starts_on)}.`];
  const later = enrolled_at !== null && starts_on > dateOf(enrolled_at, timezone);
  return later ? [`On rosters ${status === 'enrolled' ? 'since' : 'from'} ${formatDate(starts_on)}.`] : [];
}

function held(enrollment: Enrollment, { today }: Around): string[] {
  const { status, waitlist_held_at, waitlist_held_until: until, waitlist_hold_reason: reason } = enrollment;
  // That day the hold is over by itself.
  const over = until !== null && until <= today;
  if (status !== 'waitlisted' || !waitlist_held_at || over) return [];
  return [`Held back${until ? ` until ${formatDate(until)}` : ''}${reason ? `: ${reason}` : '.'}`];
}

function dateOf(timestamp: string, timezone: string): string {
  return wallClock(parseTimestamp(timestamp), timezone).date;
}
