import { patientsWord, someNames } from './list-words';

interface Seating {
  taken: number;
  waiting: number;
  /** As saved. */
  capacity: number;
  /** Who waits, next first; null while it is not known. */
  queue: readonly Queued[] | null;
}

interface Queued {
  name: string;
  /** Passed over by automatic promotion, without losing the place. */
  isHeld: boolean;
}

interface Wanted {
  /** As the form has it; what is no number yet says nothing. */
  capacity: unknown;
  status: string;
}

export interface CapacityOutlook {
  sentence: string;
  /** Who moves up and who does not, by name; null where there is nothing to add. */
  who: string | null;
}

/**
 * What saving another capacity will do to patients; null when nothing follows from it.
 * Mirrors the database: raising promotes as many as fit if the group is active, those held back are passed over,
 * lowering disenrolls nobody.
 */
export function capacityOutlook(seating: Seating, wanted: Wanted): CapacityOutlook | null {
  const { taken, waiting, capacity } = seating;
  if (typeof wanted.capacity !== 'number' || wanted.capacity === capacity) return null;
  if (wanted.capacity < taken) return overCapacity(taken, wanted.capacity);
  if (wanted.capacity < capacity || waiting === 0 || wanted.capacity === taken) return null;
  if (wanted.status !== 'active') {
    return { sentence: 'Nobody will move up from the waitlist, because the group is not active.', who: null };
  }
  return promotions(seating, wanted.capacity - taken);
}

function overCapacity(taken: number, wanted: number): CapacityOutlook {
  const having = `${patientsWord(taken)} ${taken === 1 ? 'has a seat' : 'have seats'}`;
  return {
    sentence: `${having}: with ${wanted} the group will be ${taken - wanted} over capacity. Nobody loses a seat by that, and nobody moves up until enough have left.`,
    who: null,
  };
}

function promotions({ waiting, queue }: Seating, free: number): CapacityOutlook {
  if (!queue) return { sentence: promotionSentence(Math.min(free, waiting)), who: null };
  const moving = queue.filter(({ isHeld }) => !isHeld).slice(0, free);
  const last = moving.at(-1);
  // Those held back whom a promotion passes over; behind the last of them nobody would have moved up anyway.
  const skipped = queue.slice(0, last && moving.length === free ? queue.indexOf(last) : queue.length);
  const held = skipped.filter(({ isHeld }) => isHeld).map(({ name }) => name);
  const keeps =
    held.length === 0
      ? null
      : `${someNames(held)} ${held.length === 1 ? 'is held back and keeps the place' : 'are held back and keep their places'}.`;
  const names = moving.length > 0 ? `${someNames(moving.map(({ name }) => name))}.` : null;
  return { sentence: promotionSentence(moving.length), who: [names, keeps].filter(Boolean).join(' ') || null };
}

function promotionSentence(moving: number): string {
  if (moving === 0) return 'Nobody will move up from the waitlist.';
  return `${moving === 1 ? '1 person' : `${moving} people`} will move up from the waitlist.`;
}
