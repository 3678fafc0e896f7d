interface Seating {
  taken: number;
  waiting: number;
  /** As saved. */
  capacity: number;
}

interface Wanted {
  /** As the form has it; what is no number yet says nothing. */
  capacity: unknown;
  status: string;
}

/**
 * What saving another capacity will do to patients; null when nothing follows from it.
 * Mirrors the database: raising promotes as many as fit if the group is active, lowering disenrolls nobody.
 */
export function capacityOutlook({ taken, waiting, capacity }: Seating, wanted: Wanted): string | null {
  if (typeof wanted.capacity !== 'number' || wanted.capacity === capacity) return null;
  if (wanted.capacity < taken) {
    const over = taken - wanted.capacity;
    return `${patients(taken)} ${taken === 1 ? 'has a seat' : 'have seats'}: with ${wanted.capacity} the group will be ${over} over capacity. Nobody loses a seat by that, and nobody moves up until enough have left.`;
  }
  if (wanted.capacity < capacity || waiting === 0) return null;
  const moving = Math.min(wanted.capacity - taken, waiting);
  if (moving <= 0) return null;
  if (wanted.status !== 'active') return 'Nobody will move up from the waitlist, because the group is not active.';
  return `${moving === 1 ? '1 person' : `${moving} people`} will move up from the waitlist.`;
}

function patients(count: number): string {
  return count === 1 ? '1 patient' : `${count} patients`;
}
