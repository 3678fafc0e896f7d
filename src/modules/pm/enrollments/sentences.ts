import type { SeatOutlook } from './api/get-seat-outlook';
import { patientName } from './patient-identity';
import { freeSeats, isHeld, nextInLine, type Placement, type Roster, type RosterEntry } from './roster-model';

/** "Seat 8 of 10", "Waitlist, place 3". */
export function placementWords(placement: Placement): string {
  if (placement.kind === 'waitlist') return `Waitlist, place ${placement.place}`;
  return `Seat ${placement.seat} of ${placement.capacity}`;
}

/** "Maria Lopez has seat 8 of 10.", "Maria Lopez is on the waitlist, place 1." */
export function placementSentence(name: string, placement: Placement): string {
  if (placement.kind === 'waitlist') return `${name} is on the waitlist, place ${placement.place}.`;
  return `${name} has seat ${placement.seat} of ${placement.capacity}.`;
}

/** What the next patient would get, before anybody is chosen. */
export function nextSentence(roster: Roster, next: Placement): string {
  if (roster.group.status !== 'active') return 'The group is not active: it takes no patients.';
  if (next.kind === 'seat') return `The next patient gets seat ${next.seat} of ${next.capacity}.`;
  const state = roster.enrolled.length > roster.group.max_capacity ? 'over capacity' : 'full';
  return `The group is ${state}: the next patient goes on the waitlist, place ${next.place}.`;
}

/** "3 seats came free in the last 90 days." */
export function seatsFreedSentence({ seats_freed_90_days: freed }: Pick<SeatOutlook, 'seats_freed_90_days'>): string {
  if (freed === 0) return 'No seat came free in the last 90 days.';
  return `${freed === 1 ? '1 seat' : `${freed} seats`} came free in the last 90 days.`;
}

/** "3 enrolled, 1 on the waitlist, 1 not enrolled." */
export function bulkSentence(counts: { assigned: number; waitlisted: number; failed: number }): string {
  const parts = [
    ...(counts.assigned > 0 ? [`${counts.assigned} enrolled`] : []),
    ...(counts.waitlisted > 0 ? [`${counts.waitlisted} on the waitlist`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} not enrolled`] : []),
  ];
  return `${parts.join(', ')}.`;
}

interface Departure {
  name: string;
  /** Whether a seat was given up, or a place on the waitlist. */
  hadSeat: boolean;
  /** Who got the seat; null when nobody moved up. */
  promotedName: string | null;
}

/** What disenrolling did, and who has the seat now. */
export function disenrolledSentence({ name, hadSeat, promotedName }: Departure): string {
  const left = hadSeat ? `${name} was disenrolled.` : `${name} was taken off the waitlist.`;
  return promotedName ? `${left} ${movedUpSentence(promotedName)}` : left;
}

/** "Ben Ito moved up from the waitlist." */
export function movedUpSentence(name: string): string {
  return `${name} moved up from the waitlist.`;
}

/** What happens to the seat or place that a patient is about to give up. */
export function departureSentence(roster: Roster, entry: RosterEntry): string {
  if (entry.status !== 'enrolled') {
    const isLast = roster.waiting.at(-1)?.id === entry.id;
    return isLast ? 'Nobody waits behind.' : 'Those behind move up by one place.';
  }
  const next = nextInLine(roster);
  if (next) return `${patientName(next.patient)} is next on the waitlist and gets the seat.`;
  if (roster.enrolled.length > roster.group.max_capacity) {
    return 'The group has more patients than seats, so nobody moves up.';
  }
  if (roster.waiting.length === 0) return 'The seat becomes free.';
  if (roster.group.status !== 'active') return 'The group is not active, so nobody moves up from the waitlist.';
  return 'Everybody on the waitlist is held back, so the seat becomes free.';
}

/** Where somebody is whose deleted enrollment was brought back. */
export function restoredSentence(name: string, status: string, placement: Placement | null): string {
  if (!placement)
    return status === 'waitlisted' ? `${name} is back, on the waitlist.` : `The entry of ${name} is back.`;
  if (placement.kind === 'seat') return `${name} is back on seat ${placement.seat} of ${placement.capacity}.`;
  return `${name} is back, at the end of the waitlist: place ${placement.place}.`;
}

/** What is said of an enrollment when the seat or place could not be read afterwards. */
export function enrolledSentence(name: string, status: string, placement: Placement | null): string {
  if (placement) return placementSentence(name, placement);
  return status === 'waitlisted' ? `${name} is on the waitlist.` : `${name} has a seat.`;
}

/** What it means that a group has more patients than seats; null when it is within its capacity. */
export function overCapacitySentence({ enrolled, group, waiting }: Roster): string | null {
  const over = enrolled.length - group.max_capacity;
  if (over <= 0) return null;
  const until =
    waiting.length > 0 ? ` Nobody moves up from the waitlist until fewer than ${group.max_capacity} are enrolled.` : '';
  return `${people(over)} more than the group has seats for. Nobody loses a seat by that.${until}`;
}

/** Why somebody waits although seats are free; null when that is not so. */
export function freeWhileWaitingSentence(roster: Roster): string | null {
  const free = freeSeats(roster);
  const ready = roster.waiting.filter((entry) => !isHeld(entry)).length;
  // Those who are held back wait on purpose; each row says so.
  if (free === 0 || ready === 0) return null;
  const seats = free === 1 ? '1 seat is free' : `${free} seats are free`;
  if (roster.group.status !== 'active') {
    return `${seats}, but a group that is not active promotes nobody. Set it to active first.`;
  }
  return `${seats} while ${ready === 1 ? '1 patient waits' : `${ready} patients wait`}. Promote whoever should have ${free === 1 ? 'it' : 'them'}.`;
}

/** How many patients an active group lacks to hold its sessions; null when it has enough. */
export function underMinimumSentence({ group, enrolled }: Roster): string | null {
  const lacking = (group.min_capacity ?? 0) - enrolled.length;
  if (lacking <= 0 || group.status !== 'active') return null;
  return `Sessions need ${people(group.min_capacity ?? 0)}: ${lacking} more.`;
}

function people(count: number): string {
  return count === 1 ? '1 patient' : `${count} patients`;
}
