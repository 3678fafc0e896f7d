import type { FoundGroup } from './api/find-groups';

/** What a group offers a patient: "3 of 10 seats free", "Full, 2 waiting", "Already enrolled". */
export function groupAvailability(
  { free, capacity, waiting }: Pick<FoundGroup, 'free' | 'capacity' | 'waiting'>,
  held?: string,
): string {
  if (held !== undefined) return held === 'waitlisted' ? 'Already on the waitlist' : 'Already enrolled';
  if (free > 0) return `${free} of ${capacity} ${capacity === 1 ? 'seat' : 'seats'} free`;
  return waiting === 0 ? 'Full, nobody waiting yet' : `Full, ${waiting} waiting`;
}
