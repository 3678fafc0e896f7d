import { parseTimestamp } from '@/platform/time';
import type { Attendee } from '../api/get-attendance';
import { ATTENDANCE_STATUSES, type AttendanceStatus, type Person, personKey, type Tap } from '../queue/tap';
import { latestTaps } from '../queue/tap-order';

/** One line of the attendance list: who, and what is recorded, be it sent already or kept on this device. */
export interface ListedPerson extends Person {
  key: string;
  name: string;
  attendee: Attendee;
  status: AttendanceStatus | null;
  /** How long the person took part; null: the whole session. */
  minutes: number | null;
  /** Null when nothing was ever recorded. */
  recordedAt: string | null;
  /** Not on the server yet. */
  isKept: boolean;
  /** What was tapped and refused, while nothing newer is recorded. */
  refused: Tap | null;
}

/** Takes what the server has and what this device keeps about the session; answers the list that is shown, in the server's order. */
export function listPeople(attendees: readonly Attendee[], taps: readonly Tap[]): ListedPerson[] {
  const kept = new Map(latestTaps(taps).map((tap) => [personKey(tap), tap]));
  return attendees.map((attendee, index) => {
    const person = { patientId: attendee.patient_id, participantId: attendee.participant_id };
    const key = personKey(person);
    const tap = kept.get(key);
    const stored = { status: attendee.attendance_status, minutes: attendee.minutes, recordedAt: attendee.recorded_at };
    const isNewest = tap !== undefined && isAfter(tap.recordedAt, attendee.recorded_at);
    const isKept = isNewest && tap.refusal === null;
    return {
      ...person,
      key,
      attendee,
      name: nameOf(attendee, index),
      ...(isKept ? { status: tap.status, minutes: tap.minutes, recordedAt: tap.recordedAt } : stored),
      isKept,
      refused: isNewest && tap.refusal !== null ? tap : null,
    };
  });
}

function isAfter(tapped: string, stored: string | null): boolean {
  return stored === null || parseTimestamp(tapped) >= parseTimestamp(stored);
}

function nameOf({ first_name, last_name, preferred_name, guest_name }: Attendee, index: number): string {
  if (guest_name !== null) return guest_name;
  if (first_name === null || last_name === null) return `Patient ${index + 1}`;
  return fullName({ first_name, last_name, preferred_name });
}

interface Names {
  first_name: string;
  last_name: string;
  preferred_name: string | null;
}

/** "Maria Lopez", "Maria Lopez (Mia)". */
export function fullName({ first_name, last_name, preferred_name }: Names): string {
  const known = preferred_name && preferred_name !== first_name ? ` (${preferred_name})` : '';
  return `${first_name} ${last_name}${known}`;
}

/** Who has nothing recorded yet. */
export function unrecorded(people: readonly ListedPerson[]): ListedPerson[] {
  return people.filter(({ status }) => status === null);
}

/** How many people have each status, those that nobody has left out. */
export function attendanceCounts(people: readonly ListedPerson[]): { status: AttendanceStatus; count: number }[] {
  return ATTENDANCE_STATUSES.map((status) => ({
    status,
    count: people.filter((person) => person.status === status).length,
  })).filter(({ count }) => count > 0);
}

/** Minutes before the start from which more than an excuse can be recorded; the database has the same. */
const EARLY_MINUTES = 30;

/** Whether anything but "excused" would be refused yet. */
export function isTooEarly(session: { status: string; starts_at: string }, now: Date): boolean {
  const opens = parseTimestamp(session.starts_at).getTime() - EARLY_MINUTES * 60_000;
  return session.status === 'scheduled' && now.getTime() < opens;
}

/** Later than this nobody is late any more: the tap comes from memory. */
const LATE_WITHIN = 45;

/**
 * How long somebody who comes or goes this moment takes part, for a session that runs: until its end for who is late, since its
 * start for who leaves. Null, which is the whole session, for the others and where the moment tells nothing.
 */
export function minutesNow(
  status: AttendanceStatus | null,
  session: { status: string; starts_at: string; ends_at: string },
  now: Date,
): number | null {
  if (session.status !== 'active') return null;
  const passed = Math.round((now.getTime() - parseTimestamp(session.starts_at).getTime()) / 60_000);
  const left = Math.round((parseTimestamp(session.ends_at).getTime() - now.getTime()) / 60_000);
  if (passed <= 0 || left <= 0) return null;
  if (status === 'late') return passed <= LATE_WITHIN ? left : null;
  return status === 'left_early' ? passed : null;
}

/** Whether the minutes of this status differ from the session's. */
export function takesMinutes(status: AttendanceStatus | null): boolean {
  return status === 'late' || status === 'left_early';
}
