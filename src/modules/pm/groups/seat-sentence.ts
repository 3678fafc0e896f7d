import { formatDate } from '@/platform/time';

/** What an entry of the log tells of a seat or a place; what is not known is null or absent. */
export interface SeatFacts {
  reason?: string | null | undefined;
  from_status?: string | null | undefined;
  from_place?: number | null | undefined;
  to_place?: number | null | undefined;
  held_until?: string | null | undefined;
  transferred_to_group_id?: string | null | undefined;
  transferred_from_group_id?: string | null | undefined;
  passed_over: readonly unknown[];
  cause?:
    | {
        rule: string;
        from?: number | null | undefined;
        to?: number | null | undefined;
        reason?: string | null | undefined;
      }
    | null
    | undefined;
}

type SeatAction =
  | 'patient_enrolled'
  | 'patient_waitlisted'
  | 'patient_promoted'
  | 'patient_disenrolled'
  | 'waitlist_moved'
  | 'waitlist_held'
  | 'waitlist_released';

/** What happened to a patient's seat or place on the waitlist, in a sentence or two. */
export function seatSentence(
  action: SeatAction,
  facts: SeatFacts,
  who: string,
  patient: string,
  nameGroup: (id: string) => string,
): string {
  const because = facts.reason ? ` Reason: ${facts.reason}` : '';
  const from = facts.transferred_from_group_id;
  const to = facts.transferred_to_group_id;
  // Without a reason given, the server names the group as one.
  const saysMore = !to || facts.reason !== `Transferred to "${nameGroup(to)}"`;
  const place = facts.from_status === 'waitlisted' ? ', giving up the place on the waitlist' : '';
  switch (action) {
    case 'patient_enrolled':
      return from
        ? `${who} transferred ${patient} here from ${nameGroup(from)}.${because}`
        : `${who} enrolled ${patient}.${passedOverWords(facts.passed_over.length)}`;
    case 'patient_waitlisted':
      return from
        ? `${who} transferred ${patient} here from ${nameGroup(from)}, on the waitlist: the group was full.${because}`
        : `${who} put ${patient} on the waitlist: the group was full.`;
    case 'patient_promoted':
      return promotionSentence(facts, who, patient);
    case 'patient_disenrolled':
      if (to) return `${who} transferred ${patient} to ${nameGroup(to)}${place}.${saysMore ? because : ''}`;
      return place ? `${who} took ${patient} off the waitlist.${because}` : `${who} disenrolled ${patient}.${because}`;
    case 'waitlist_moved':
      return `${who} moved ${patient} on the waitlist from place ${facts.from_place} to place ${facts.to_place}.${because}`;
    case 'waitlist_held':
      return `${who} held ${patient} back on the waitlist${facts.held_until ? ` until ${formatDate(facts.held_until)}` : ''}.${because}`;
    case 'waitlist_released':
      return `${who} released ${patient} on the waitlist: the next free seat is for whoever is first again.`;
  }
}

function promotionSentence({ cause, passed_over }: SeatFacts, who: string, patient: string): string {
  const passed = passedOverWords(passed_over.length);
  if (cause?.rule === 'seat_freed') return `${patient} moved up from the waitlist, because a seat came free.${passed}`;
  if (cause?.rule === 'hold_released') {
    return `${patient} moved up from the waitlist, because ${who} released somebody who was held back while a seat was free.${passed}`;
  }
  if (cause?.rule === 'capacity_raised') {
    return `${patient} moved up from the waitlist, because ${who} raised the capacity from ${cause.from} to ${cause.to}.${passed}`;
  }
  const because = cause?.reason ? ` Reason: ${cause.reason}` : '';
  return `${who} promoted ${patient} from the waitlist.${passed}${because}`;
}

function passedOverWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' 1 patient who waits was passed over.' : ` ${count} patients who wait were passed over.`;
}
