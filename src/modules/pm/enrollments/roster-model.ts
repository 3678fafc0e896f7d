import type { Seats } from '@/platform/ui';
import type { PatientIdentity } from './patient-identity';
import type { Waiting } from './waiting.schema';

/** One patient's enrollment as the roster and the waitlist show it. Timestamps are as the database sends them. */
export interface RosterEntry {
  id: string;
  status: string;
  patient_id: string;
  /** First day on the rosters of sessions, `YYYY-MM-DD`. */
  starts_on: string;
  waitlist_position: number | null;
  enrolled_at: string | null;
  waitlisted_at: string | null;
  /** Null when the record was deleted or is hidden from the reader. */
  patient: (PatientIdentity & { phone: string | null }) | null;
}

/** Somebody who waits; `wait` says why, and is null for who came onto the waitlist while it was read. */
export interface WaitingEntry extends RosterEntry {
  wait: Waiting | null;
}

export interface RosterGroup {
  id: string;
  name: string;
  group_code: string | null;
  group_type: string;
  status: string;
  max_capacity: number;
  min_capacity: number | null;
}

export interface Roster {
  group: RosterGroup;
  /** Who has a seat, by name. */
  enrolled: RosterEntry[];
  /** Who waits, next first. */
  waiting: WaitingEntry[];
}

/** Where somebody is, or would be: on the nth of so many seats, or on a place of the waitlist (1 = next). */
export type Placement = { kind: 'seat'; seat: number; capacity: number } | { kind: 'waitlist'; place: number };

/** Takes the live enrollments of a group, and what is known of those who wait, both in any order. */
export function makeRoster(group: RosterGroup, live: readonly RosterEntry[], waiting: readonly Waiting[]): Roster {
  const waits = new Map(waiting.map((wait) => [wait.enrollment_id, wait]));
  return {
    group,
    enrolled: live.filter(({ status }) => status === 'enrolled').sort(byName),
    waiting: live
      .filter(({ status }) => status === 'waitlisted')
      .sort(byPosition)
      .map((entry) => ({ ...entry, wait: waits.get(entry.id) ?? null })),
  };
}

/** The roster as it is once somebody who waits has moved to a place (1 = next); the others keep their order. */
export function withMoved(roster: Roster, enrollmentId: string, place: number): Roster {
  const moving = roster.waiting.filter(({ id }) => id === enrollmentId);
  const others = roster.waiting.filter(({ id }) => id !== enrollmentId);
  const waiting = [...others.slice(0, place - 1), ...moving, ...others.slice(place - 1)];
  // The order is read off the positions: those there are go to the new order.
  const positions = roster.waiting.map(({ waitlist_position }) => waitlist_position);
  const moved = waiting.map((entry, index) => ({ ...entry, waitlist_position: positions[index] ?? null }));
  return { ...roster, waiting: withReasons(moved, roster.waiting.find((entry) => !isHeld(entry))?.wait?.reason) };
}

/** Says anew who is first and who comes behind whom. Takes the reason of whoever is first in line. */
function withReasons(waiting: readonly WaitingEntry[], ofFirst = 'full'): WaitingEntry[] {
  let ahead = 0;
  return waiting.map((entry) => {
    if (!entry.wait || isHeld(entry)) return entry;
    // Any other reason keeps all of them waiting.
    const reason = ofFirst === 'full' && ahead > 0 ? 'behind' : ofFirst;
    const wait = { ...entry.wait, reason, ahead };
    ahead += 1;
    return { ...entry, wait };
  });
}

/** Whether somebody keeps the place, but is passed over when a seat comes free. */
export function isHeld({ wait }: WaitingEntry): boolean {
  return wait?.is_held ?? false;
}

/** Those who wait before somebody and are not held back: whom a promotion of this one passes over. */
export function passedOverBy({ waiting }: Roster, entry: RosterEntry): WaitingEntry[] {
  const index = waiting.findIndex(({ id }) => id === entry.id);
  return waiting.slice(0, Math.max(index, 0)).filter((other) => !isHeld(other));
}

export function seatsOf({ group, enrolled, waiting }: Roster): Seats {
  return { taken: enrolled.length, capacity: group.max_capacity, waiting: waiting.length };
}

/** Free seats; 0 when full or over capacity. */
export function freeSeats({ group, enrolled }: Roster): number {
  return Math.max(group.max_capacity - enrolled.length, 0);
}

/** Who would get the seat if one patient with a seat left now; null when nobody would. */
export function nextInLine({ group, enrolled, waiting }: Roster): WaitingEntry | null {
  const seatWouldBeFree = enrolled.length - 1 < group.max_capacity;
  if (group.status !== 'active' || !seatWouldBeFree) return null;
  return waiting.find((entry) => !isHeld(entry)) ?? null;
}

/** Where the nth (from 0) of the patients about to be enrolled would be, if nobody else is faster. */
export function forecast(roster: Roster, nth: number): Placement {
  const { enrolled, waiting, group } = roster;
  const free = freeSeats(roster);
  if (nth < free) return { kind: 'seat', seat: enrolled.length + nth + 1, capacity: group.max_capacity };
  return { kind: 'waitlist', place: waiting.length + nth - free + 1 };
}

/** Where a patient is in the group; null when neither enrolled nor waiting. */
export function standing(roster: Roster, patientId: string): 'enrolled' | { place: number } | null {
  if (roster.enrolled.some(({ patient_id }) => patient_id === patientId)) return 'enrolled';
  const index = roster.waiting.findIndex(({ patient_id }) => patient_id === patientId);
  return index === -1 ? null : { place: index + 1 };
}

/**
 * Where patients enrolled just now are, in the order in which they were enrolled.
 * Takes the roster read after that; a patient who is no longer on it gets null.
 */
export function placements(roster: Roster, patientIds: readonly string[]): (Placement | null)[] {
  const standings = patientIds.map((patientId) => standing(roster, patientId));
  const seated = standings.filter((found) => found === 'enrolled').length;
  let seat = roster.enrolled.length - seated;
  return standings.map((found) => {
    if (found === null) return null;
    if (found !== 'enrolled') return { kind: 'waitlist', place: found.place };
    seat += 1;
    return { kind: 'seat', seat, capacity: roster.group.max_capacity };
  });
}

function byName(one: RosterEntry, other: RosterEntry): number {
  return sortName(one).localeCompare(sortName(other)) || one.id.localeCompare(other.id);
}

function sortName({ patient }: RosterEntry): string {
  // Records that cannot be shown come last.
  return patient ? `${patient.last_name} ${patient.first_name}` : '\uffff';
}

function byPosition(one: RosterEntry, other: RosterEntry): number {
  return (one.waitlist_position ?? 0) - (other.waitlist_position ?? 0);
}
