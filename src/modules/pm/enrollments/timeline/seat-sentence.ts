import { formatDate } from '@/platform/time';
import { passedOverWords } from '../passed-over-words';
import type { SeatFacts } from './seat-facts.schema';

export interface SeatEvent {
  action: string;
  facts: SeatFacts;
  /** Who did it, within a sentence: "Dana Park", "the system". */
  who: string;
  /** The day on which it happened, on the organization's calendar (`YYYY-MM-DD`). */
  day: string;
}

export interface SeatNames {
  /** Patients' names by the ids of their enrollments. */
  patients: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
}

/** What happened to a seat, as a sentence or two about the patient: who, by which rule, why. */
export function seatSentence(event: SeatEvent, names: SeatNames): string {
  const { action, facts, who } = event;
  switch (action) {
    case 'patient_enrolled':
      return entrySentence(event, names, 'a seat', 'Enrolled');
    case 'patient_waitlisted':
      return entrySentence(event, names, 'a place on the waitlist', 'Put on the waitlist, because the group was full,');
    case 'patient_promoted':
      return [promotionSentence(event, names), passedOverSentence(facts, names)].filter(Boolean).join(' ');
    case 'patient_disenrolled':
      return departureSentence(event, names);
    case 'waitlist_moved':
      return `Moved on the waitlist from place ${facts.from_place} to place ${facts.to_place} by ${who}.${because(facts.reason)}`;
    case 'waitlist_held':
      return `Held back on the waitlist${facts.held_until ? ` until ${formatDate(facts.held_until)}` : ''} by ${who}.${because(facts.reason)}`;
    case 'waitlist_released':
      return `No longer held back: released by ${who}.`;
    case 'passed_over':
      return overtakenSentence(event, names);
    case 'enrollment_updated':
      return updateSentence(event);
    case 'enrollment_deleted':
      return `Deleted by ${who}, because it was made by mistake.`;
    case 'enrollment_restored':
      return `Brought back by ${who} after being deleted.`;
    default:
      return `${action.replaceAll('_', ' ')} by ${who}.`;
  }
}

function entrySentence({ facts, who, day }: SeatEvent, names: SeatNames, what: string, otherwise: string): string {
  const from = facts.transferred_from_group_id;
  const said = from
    ? `Transferred from ${names.groups.get(from) ?? 'another group'} to ${what} here by ${who}.`
    : `${otherwise} by ${who}.`;
  const later = facts.starts_on && facts.starts_on !== day ? ` On rosters from ${formatDate(facts.starts_on)}.` : '';
  return said + later;
}

function promotionSentence({ facts: { cause, passed_over }, who }: SeatEvent, names: SeatNames): string {
  switch (cause?.rule) {
    case 'seat_freed': {
      const whose = cause.by_enrollment_id ? names.patients.get(cause.by_enrollment_id) : undefined;
      return `Moved up from the waitlist, because the seat of ${whose ?? 'another patient'} came free.`;
    }
    case 'capacity_raised':
      return `Moved up from the waitlist, because ${who} raised the capacity from ${cause.from} to ${cause.to}.`;
    case 'by_hand':
    case undefined: {
      const turn = passed_over?.some(({ why }) => why === 'by_hand') ? ', out of turn' : '';
      return `Promoted to a seat by ${who}${turn}.${because(cause?.reason)}`;
    }
    case 'hold_released':
      return `Moved up from the waitlist: a seat was free when ${who} released somebody who was held back.`;
    default:
      return `Moved up from the waitlist (${cause?.rule.replaceAll('_', ' ')}).`;
  }
}

function passedOverSentence({ passed_over }: SeatFacts, names: SeatNames): string | null {
  if (!passed_over || passed_over.length === 0) return null;
  const who = passed_over.map(
    ({ enrollment_id, why }) =>
      `${names.patients.get(enrollment_id) ?? 'another patient'}${why === 'held' ? ' (held back)' : ''}`,
  );
  return `Passed over: ${who.join(', ')}.`;
}

/** That somebody else got a seat first: the only one named is who got it. */
function overtakenSentence({ facts, who }: SeatEvent, names: SeatNames): string {
  const by = facts.passed_over?.[0];
  const other = (by && names.patients.get(by.enrollment_id)) ?? 'another patient';
  return `Passed over${passedOverWords({ why: by?.why ?? '', other, who, reason: facts.reason })}`;
}

function departureSentence({ facts, who }: SeatEvent, names: SeatNames): string {
  const to = facts.transferred_to_group_id;
  if (to) return `Transferred to ${names.groups.get(to) ?? 'another group'} by ${who}.${because(facts.reason)}`;
  const said = facts.from_status === 'waitlisted' ? 'Taken off the waitlist' : 'Disenrolled';
  return `${said} by ${who}.${because(facts.reason)}`;
}

function updateSentence({ facts: { changes }, who }: SeatEvent): string {
  const first = changes?.starts_on?.to;
  if (typeof first === 'string' && /^\d{4}-\d\d-\d\d$/.test(first)) {
    return `First day on rosters changed to ${formatDate(first)} by ${who}.`;
  }
  return `Notes changed by ${who}.`;
}

function because(reason: string | null | undefined): string {
  return reason ? ` Reason: ${reason}` : '';
}
