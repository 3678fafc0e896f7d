import { listWords, patientsWord, someNames } from './list-words';

/** What became of seats with a capacity that was saved. Null: the reader's role does not include enrollments. */
export interface SeatsOutcome {
  /** Names of those who moved up from the waitlist. */
  promoted: readonly string[];
  /** Read after saving, so that it is true also when others were faster. */
  taken: number;
  waiting: number;
  capacity: number;
  /** Whether more seats were asked for than there were. */
  raised: boolean;
}

/** What saving did to the group and, with another capacity, to seats and waitlist. */
export function savedSentence(groupName: string, seats: SeatsOutcome | null): string {
  const saved = `${groupName} was saved.`;
  if (!seats) return saved;
  const { promoted, taken, waiting, capacity, raised } = seats;
  if (promoted.length > 0) {
    const who = promoted.length === 1 ? '1 person' : `${promoted.length} people`;
    return `${saved} ${who} moved up from the waitlist: ${someNames(promoted)}.`;
  }
  const over = taken - capacity;
  if (over > 0) return `${saved} ${patientsWord(taken)} have seats: the group is ${over} over capacity now.`;
  return raised && waiting > 0 ? `${saved} Nobody moved up from the waitlist.` : saved;
}

interface Doomed {
  /** Null when the reader may not see enrollments. */
  enrolled: number | null;
  waiting: number | null;
  hasNextSession: boolean;
}

/** What deleting a group means, a sentence each. */
export function deletionSentences({ enrolled, waiting, hasNextSession }: Doomed): string[] {
  const counted = [
    ...(enrolled ? [`${patientsWord(enrolled)} with a seat`] : []),
    ...(waiting ? [`${patientsWord(waiting)} on the waitlist`] : []),
  ];
  return [
    'It disappears from all lists and takes no patients any more.',
    counted.length > 0
      ? `${listWords(counted)} keep their enrollments, in case you bring it back; nobody is told.`
      : 'Enrollments and history stay, in case you bring it back.',
    ...(hasNextSession ? ['Sessions that are planned stay planned: cancel those that should not take place.'] : []),
  ];
}
