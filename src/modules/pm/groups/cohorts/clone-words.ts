import { clockText } from '@/modules/pm/sessions';
import { formatDate } from '@/platform/time';
import { patientsWord, sessionsWord } from '../list-words';
import type { Clone, ClonedPatient, SkippedSession } from './clone-answer.schema';

/** "10 patients get a seat (10 of 12), 3 wait."; null when no patients come along. `made`: it has happened. */
export function seatsWords(clone: Clone, made: boolean): string | null {
  const { cloned_patients: seated, waitlisted_patients: waiting, group } = clone;
  if (clone.patients.length === 0) return null;
  const seats = `${patientsWord(seated)} ${made ? 'got' : seated === 1 ? 'gets' : 'get'} a seat (${seated} of ${group.max_capacity})`;
  if (waiting === 0) return `${seats}.`;
  return `${seats}, ${waiting} ${made ? (waiting === 1 ? 'waits' : 'wait') : 'would wait'}.`;
}

/** What becomes of one patient: "seat", "waits, place 2 (had a seat)". */
export function patientWords({ was, status, waitlist_position }: ClonedPatient): string {
  if (status === 'enrolled') return was === 'enrolled' ? 'seat' : 'seat (was waiting)';
  const place = waitlist_position === null ? '' : `, place ${waitlist_position}`;
  return was === 'enrolled' ? `waits${place} (has a seat now)` : `waits${place}`;
}

/** "24 sessions, Dec 15, 2026 to Mar 9, 2027"; null when there are none. */
export function sessionsWords({ sessions: { created, first_date, last_date } }: Clone): string | null {
  if (created === 0 || first_date === null || last_date === null) return null;
  if (first_date === last_date) return `${sessionsWord(created)}, ${formatDate(first_date)}`;
  return `${sessionsWord(created)}, ${formatDate(first_date)} to ${formatDate(last_date)}`;
}

/** When a session that is left out would have been: "Tue, Dec 15, 2026, 9:00 AM". */
export function skippedWhen({ session_date, start_time }: SkippedSession): string {
  return `${formatDate(session_date)}, ${clockText(start_time)}`;
}
