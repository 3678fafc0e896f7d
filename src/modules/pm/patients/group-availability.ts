import type { EnrollTerms } from '@/modules/pm/enrollments';
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

/** What the patient would get: "Seat 8 of 10.", "Waitlist place 2." */
export function forecastSentence(
  { taken, free, capacity, waiting }: Pick<FoundGroup, 'taken' | 'free' | 'capacity' | 'waiting'>,
  onFull: EnrollTerms['onFull'],
): string {
  if (free > 0) return `Seat ${taken + 1} of ${capacity}.`;
  const state = taken > capacity ? 'over capacity' : 'full';
  if (onFull === 'reject') return `The group is ${state}: the patient would not be enrolled.`;
  return `The group is ${state}: waitlist place ${waiting + 1}.`;
}
