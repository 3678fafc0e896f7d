import { formatSessionTime, formatTimeRange } from '@/platform/time';
import type { EnrollmentConflict } from './api/get-conflicts';

/**
 * "Ana Diaz would be in two places on Tue, Nov 24, 9:00–10:30 AM: Anger Management meets 10:00–11:00 AM. 6 sessions
 * clash in all." Dates and times are the organization's wall clock, and stay as they are.
 */
export function conflictSentence(name: string, conflict: EnrollmentConflict): string {
  const { session_date, other_group_name, conflict_count } = conflict;
  const here = formatSessionTime(
    onClock(session_date, conflict.start_time),
    onClock(session_date, conflict.end_time),
    CLOCK,
  );
  const there = formatTimeRange(
    onClock(session_date, conflict.other_start_time),
    onClock(session_date, conflict.other_end_time),
    CLOCK,
  );
  const more = conflict_count > 1 ? ` ${conflict_count} sessions clash in all.` : '';
  return `${name} would be in two places on ${here}: ${other_group_name} meets ${there}.${more}`;
}

/** A zone without summer time, in which a wall clock can be written and read unchanged. */
const CLOCK = 'UTC';

function onClock(date: string, time: string): string {
  return `${date}T${time}Z`;
}
