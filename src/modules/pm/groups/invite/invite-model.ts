interface Place {
  enrollment_id: string;
  patient_id: string;
}

/** Seats that can be given; none where as many or more are taken. */
export function seatsFree({ max_capacity, patient_count }: { max_capacity: number; patient_count: number }): number {
  return Math.max(max_capacity - patient_count, 0);
}

/**
 * The chosen places after one was pressed: added or taken away. Who waits in two groups can be chosen once only, since
 * one seat is all that can be had.
 */
export function picked(waiting: readonly Place[], chosen: readonly string[], pressed: string): string[] {
  if (chosen.includes(pressed)) return chosen.filter((id) => id !== pressed);
  const patientId = waiting.find(({ enrollment_id }) => enrollment_id === pressed)?.patient_id;
  const others = new Set(
    waiting.filter(({ patient_id }) => patient_id === patientId).map((place) => place.enrollment_id),
  );
  return [...chosen.filter((id) => !others.has(id)), pressed];
}

/** What the button does. */
export function inviteLabel(count: number): string {
  return count > 1 ? `Give ${count} seats` : 'Give a seat';
}

/** How many are chosen, and whether there are seats for all of them. */
export function chosenSentence(count: number, free: number): string {
  const seats = free === 0 ? 'no seat is free' : free === 1 ? '1 seat is free' : `${free} seats are free`;
  if (count === 0) return free === 0 ? 'No seat is free here.' : `Nobody chosen, ${seats}.`;
  const chosen = `${count} chosen`;
  return count > free ? `${chosen}, but ${free === 0 ? seats : `only ${seats}`}.` : `${chosen}, ${seats}.`;
}
