import { listWords } from './list-words';

/** What saving did; takes the names of those whom a raised capacity gave a seat. */
export function savedSentence(groupName: string, promoted: readonly string[]): string {
  const saved = `${groupName} was saved.`;
  if (promoted.length === 0) return saved;
  const who = promoted.length === 1 ? '1 person' : `${promoted.length} people`;
  const named = promoted.slice(0, 5);
  const more = promoted.length - named.length;
  const names = listWords(more > 0 ? [...named, `${more} more`] : named);
  return `${saved} ${who} moved up from the waitlist: ${names}.`;
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
    ...(enrolled ? [`${patients(enrolled)} with a seat`] : []),
    ...(waiting ? [`${patients(waiting)} on the waitlist`] : []),
  ];
  return [
    'It disappears from all lists and takes no patients any more.',
    counted.length > 0
      ? `${listWords(counted)} keep their enrollments, in case you bring it back; nobody is told.`
      : 'Enrollments and history stay, in case you bring it back.',
    ...(hasNextSession ? ['Sessions that are planned stay planned: cancel those that should not take place.'] : []),
  ];
}

function patients(count: number): string {
  return count === 1 ? '1 patient' : `${count} patients`;
}

/** How the seats are beyond their limits, in words; null when they are within. */
export function limitSentence(group: {
  status: string;
  patient_count: number;
  max_capacity: number;
  min_capacity: number | null;
}): string | null {
  const over = group.patient_count - group.max_capacity;
  if (over > 0) return `${over} more than the group has seats for.`;
  const lacking = (group.min_capacity ?? 0) - group.patient_count;
  if (lacking > 0 && group.status === 'active') {
    return `${lacking} fewer than the ${group.min_capacity} that a session needs.`;
  }
  return null;
}
