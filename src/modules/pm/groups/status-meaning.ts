import type { GROUP_STATUSES } from './list-state';
import { patientsWord, sessionsWord } from './list-words';

export type GroupStatus = (typeof GROUP_STATUSES)[number];

/** What a status means for enrollment, the waitlist and sessions: the rules are the database's. */
export const STATUS_MEANING: Readonly<Record<GroupStatus, string>> = {
  active: 'Takes patients and new sessions. A seat that comes free goes to the waitlist.',
  inactive: 'Paused. Everybody keeps seat and place, but nobody is enrolled, nobody moves up, and no session is added.',
  completed:
    'Over. Roster, history and sessions stay readable; nobody is enrolled, nobody moves up, no session is added.',
};

/** What is affected by another status. Null: the reader's role does not tell. */
export interface Affected {
  enrolled: number | null;
  waiting: number | null;
  free: number;
  sessionsToCome: number | null;
}

/** What another status does to those who are in the group, a sentence each; none where it touches nobody. */
export function statusChangeSentences(to: GroupStatus, affected: Affected): string[] {
  return to === 'active'
    ? activationSentences(affected)
    : [...seatSentences(to, affected), ...sessionSentences(affected)];
}

function activationSentences({ waiting, free }: Affected): string[] {
  if (!waiting || free === 0) return [];
  const wait = waiting === 1 ? '1 patient waits' : `${waiting} patients wait`;
  const seats = free === 1 ? '1 seat is free' : `${free} seats are free`;
  return [`${wait} and ${seats}. Nobody moves up by this alone: promote them on the waitlist.`];
}

function seatSentences(to: GroupStatus, { enrolled, waiting }: Affected): string[] {
  const seats = to === 'completed' ? 'on the roster, as they were enrolled' : 'in their seats';
  return [
    ...(enrolled ? [`${patientsWord(enrolled)} ${enrolled === 1 ? 'stays' : 'stay'} ${seats}.`] : []),
    ...(waiting
      ? [
          `${patientsWord(waiting)} ${waiting === 1 ? 'keeps the place' : 'keep their places'} on the waitlist, but nobody moves up, even if a seat comes free.`,
        ]
      : []),
  ];
}

function sessionSentences({ sessionsToCome: count }: Affected): string[] {
  if (!count) return [];
  const them = count === 1 ? 'it, if it' : 'those that';
  return [
    `${sessionsWord(count)} to come ${count === 1 ? 'stays' : 'stay'} planned: cancel ${them} should not take place.`,
  ];
}
