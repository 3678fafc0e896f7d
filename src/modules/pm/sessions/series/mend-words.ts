import type { People } from '../use-people';
import { dayWords } from './day-words';
import type { Mend } from './plan-model';

/** What is different on a date, in words: "Moved to Wed, Dec 2 · Cedar Room · with Ana Ruiz"; '' when nothing is. */
export function mendWords(mend: Mend, people: People, thisYear: string): string {
  return [
    mend.moved_to && `Moved to ${dayWords(mend.moved_to, thisYear)}`,
    (mend.start_time || mend.end_time) && 'Another time',
    mend.facilitator_id && `With ${people.nameOf(mend.facilitator_id)}`,
    mend.co_facilitator_id && `Co-facilitator ${people.nameOf(mend.co_facilitator_id)}`,
    mend.location && `In ${mend.location}`,
    mend.conflict_override && 'Scheduled although somebody or the room is taken',
  ]
    .filter(Boolean)
    .join(' · ');
}
