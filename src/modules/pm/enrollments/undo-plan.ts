import type { Promoted } from './api/get-patient-name';
import { patientName } from './patient-identity';
import { forecast, freeSeats, isHeld, type Roster, type RosterEntry, type WaitingEntry } from './roster-model';

/** What was given up by disenrolling. */
export interface GivenUp {
  entry: RosterEntry;
  /** The place on the waitlist, and what is known of the wait; null when it was a seat. */
  waited: { place: number; wait: WaitingEntry['wait'] } | null;
  /** Who got the seat. */
  promoted: Promoted | null;
}

/**
 * What taking it back comes to, from the roster as it is now: at once to a free seat or to the old place, or a question,
 * because it would not be what it was before.
 */
export type UndoPlan = { kind: 'seat' } | { kind: 'place'; place: number } | UndoQuestion;

export interface UndoQuestion {
  kind: 'ask';
  question: string;
  confirmLabel: string;
}

/** Takes the roster as it is now, not as it was when the patient left. */
export function undoPlan(roster: Roster, { entry, waited, promoted }: GivenUp): UndoPlan {
  const name = patientName(entry.patient);
  const free = freeSeats(roster) > 0;
  if (waited && free) {
    const passed = roster.waiting.some((other) => !isHeld(other)) ? ', before those who wait' : '';
    return {
      kind: 'ask',
      question: `A seat is free now. Enrolling ${name} again gives a seat, not the old place${passed}.`,
      confirmLabel: 'Enroll on the free seat',
    };
  }
  if (waited) return { kind: 'place', place: Math.min(waited.place, roster.waiting.length + 1) };
  if (free) return { kind: 'seat' };
  return askForWaitlist(roster, name, promoted);
}

/** The question when the seat is gone: "Ana has the seat now. Carlos would go to the waitlist, place 4." */
export function askForWaitlist(roster: Roster, name: string, promoted: Promoted | null): UndoQuestion {
  const next = forecast(roster, 0);
  const holder = promoted && roster.enrolled.some(({ patient_id }) => patient_id === promoted.patientId);
  const gone = holder ? `${promoted.name} has the seat now.` : 'The seat was taken meanwhile.';
  const place = next.kind === 'waitlist' ? `, place ${next.place}` : '';
  return {
    kind: 'ask',
    question: `${gone} ${name} would go to the waitlist${place}.`,
    confirmLabel: 'Put on the waitlist',
  };
}
