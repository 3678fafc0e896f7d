import { patientsWord } from './list-words';

interface Seating {
  patient_count: number;
  max_capacity: number;
  min_capacity: number | null;
}

/** How many patients an active group lacks to hold a session; 0 when it has enough or needs none in particular. */
export function lackingPatients(group: Seating & { status: string }): number {
  if (group.status !== 'active') return 0;
  return Math.max((group.min_capacity ?? 0) - group.patient_count, 0);
}

/** How many patients more than seats there are. */
export function tooManyPatients({ patient_count, max_capacity }: Seating): number {
  return Math.max(patient_count - max_capacity, 0);
}

/** "3 of the 5 patients that a session needs are enrolled: 2 more are wanted. The next session is Tue, Nov 24, 9:00–10:30 AM." */
export function underMinimumSentence(group: Seating, nextSession: string | null): string {
  const { patient_count: taken, min_capacity: minimum } = group;
  const lacking = (minimum ?? 0) - taken;
  const have =
    taken === 0
      ? `Nobody is enrolled, and a session needs ${patientsWord(minimum ?? 0)}.`
      : `${taken} of the ${minimum} patients that a session needs ${taken === 1 ? 'is' : 'are'} enrolled: ${lacking} more ${lacking === 1 ? 'is' : 'are'} wanted.`;
  return `${have} ${nextSession ? `The next session is ${nextSession}.` : 'No session is planned.'}`;
}

/** What the group lacks and has, for those who look for patients. */
export function seatsLeftSentence(group: Seating & { status: string }): string {
  const lacking = lackingPatients(group);
  const free = Math.max(group.max_capacity - group.patient_count, 0);
  const seats = free === 0 ? 'No seat is free.' : free === 1 ? '1 seat is free.' : `${free} seats are free.`;
  return lacking > 0 ? `${patientsWord(lacking)} more to the minimum of ${group.min_capacity}. ${seats}` : seats;
}

/** What being over capacity means until it is mended. */
export function overCapacitySentence(group: Seating & { waitlist_count: number }): string {
  const { patient_count, max_capacity, waitlist_count } = group;
  const over = patient_count - max_capacity;
  const wait =
    waitlist_count > 0 ? ` Nobody moves up from the waitlist until fewer than ${max_capacity} are enrolled.` : '';
  return `${patientsWord(patient_count)} ${patient_count === 1 ? 'has a seat' : 'have seats'}, the group has ${max_capacity}: ${over} too many. Nobody loses a seat by that.${wait}`;
}
