import type { TransferTarget } from '@/modules/pm/enrollments';
import type { Group } from '../api/get-group';
import type { MergeResult } from '../api/merge-groups';
import { listWords, patientsWord, sessionsWord } from '../list-words';

type Status = MergeResult['moved'][number]['status'];

const HEADINGS: Readonly<Record<Status, string>> = {
  enrolled: 'Get a seat',
  waitlisted: 'Go on the waitlist',
  already_there: 'Are there already',
};

/** Who gets a seat, who waits and who is there already, each in the order in which they enter; empty ones left out. */
export function movedByStatus(moved: MergeResult['moved']) {
  return (['enrolled', 'waitlisted', 'already_there'] as const)
    .map((status) => ({ status, heading: HEADINGS[status], patients: moved.filter((each) => each.status === status) }))
    .filter(({ patients }) => patients.length > 0);
}

type Counts = Pick<MergeResult, 'enrolled' | 'waitlisted' | 'already_there'> & {
  cancelled_sessions: readonly unknown[];
};

/** "5 patients get a seat in DBT Skills, 1 goes on its waitlist and 1 is there already. 4 sessions to come are cancelled, and Grief becomes completed." */
export function mergeSentence(
  from: string,
  into: string,
  { enrolled, waitlisted, already_there, ...rest }: Counts,
): string {
  const parts = [
    ...(enrolled > 0 ? [`${patientsWord(enrolled)} ${enrolled === 1 ? 'gets' : 'get'} a seat in ${into}`] : []),
    ...(waitlisted > 0
      ? [`${patientsWord(waitlisted)} ${waitlisted === 1 ? 'goes' : 'go'} on the waitlist of ${into}`]
      : []),
    ...(already_there > 0
      ? [`${patientsWord(already_there)} ${already_there === 1 ? 'is' : 'are'} there already`]
      : []),
  ];
  const who = parts.length > 0 ? `${listWords(parts)}.` : `Nobody is in ${from}.`;
  const count = rest.cancelled_sessions.length;
  const sessions = count > 0 ? `${sessionsWord(count)} to come ${count === 1 ? 'is' : 'are'} cancelled, and ` : '';
  return `${who} ${sessions}${from} becomes completed.`;
}

/** A group as those who choose one to go to know it. */
export function asTarget(group: Group): TransferTarget {
  return {
    id: group.id,
    name: group.name,
    code: group.group_code,
    groupType: group.group_type,
    capacity: group.max_capacity,
    taken: group.patient_count,
    waiting: group.waitlist_count,
    free: Math.max(group.max_capacity - group.patient_count, 0),
    nextSessionAt: group.next_session_at,
  };
}

/** What merging into a group without enough seats means for those who have one now. */
export function lostSeatsSentence(count: number, into: string): string {
  const who =
    count === 1 ? '1 patient who has a seat now will only wait' : `${count} patients who have seats now will only wait`;
  return `${who}, because ${into} has too few free seats. Raise its capacity first, or choose another group.`;
}

/** The same, once it is done. */
export function mergedSentence(from: string, into: string, { enrolled, waitlisted, ...rest }: Counts): string {
  const parts = [
    ...(enrolled > 0 ? [`${patientsWord(enrolled)} got a seat in ${into}`] : []),
    ...(waitlisted > 0 ? [`${patientsWord(waitlisted)} went on the waitlist of ${into}`] : []),
    ...(rest.already_there > 0
      ? [`${patientsWord(rest.already_there)} ${rest.already_there === 1 ? 'was' : 'were'} there already`]
      : []),
  ];
  const who = parts.length > 0 ? `${listWords(parts)}. ` : '';
  const count = rest.cancelled_sessions.length;
  const sessions = count > 0 ? `${sessionsWord(count)} ${count === 1 ? 'was' : 'were'} cancelled. ` : '';
  return `${who}${sessions}${from} is completed.`;
}
