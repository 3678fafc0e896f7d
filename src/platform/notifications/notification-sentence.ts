import type * as z from 'zod/mini';
import { beginWords, clockWords, counted, dayWords, minutesWords } from './clinic-time';
import { groupWords, type NamedThings, patientWords } from './notification-names';
import { type MovedPlace, toldSchema } from './told.schema';

export interface Tellable extends NamedThings {
  kind: string;
  payload: unknown;
  session: { session_date: string; start_time: string } | null;
}

type Told = z.output<typeof toldSchema>;

/**
 * What a notification says, as a sentence. Dates and times are the clinic's own; `now` decides whether the year is named.
 * What this version of the app does not know is "Something changed".
 */
export function notificationSentence(notification: Tellable, now: Date): string {
  const { data } = toldSchema.safeParse(notification);
  return capitalized(data ? sentence(data, notification, now) : unknownSentence(notification));
}

function sentence(told: Told, names: Tellable, now: Date): string {
  const group = groupWords(names);
  const patient = patientWords(names);
  switch (told.kind) {
    case 'patient_promoted':
      return told.payload.rule === 'by_hand'
        ? `${patient} was given a seat in ${group}, from the waitlist.`
        : `${patient} moved up from the waitlist of ${group} and has a seat now.`;
    case 'session_cancelled':
      return ended(`${group} on ${beginWords(told.payload, now)} was cancelled`, told.payload.reason);
    case 'session_rescheduled':
      return movedSentence(group, told.payload.from, told.payload.to, now);
    case 'approval_requested':
      return `${group} on ${beginWords(told.payload, now)} waits for approval.`;
    case 'approval_granted':
      return `${group} on ${beginWords(told.payload, now)} was approved.`;
    case 'approval_rejected':
      return ended(`${group} on ${beginWords(told.payload, now)} was not approved`, told.payload.reason);
    case 'short_of_hours':
      return shortSentence(patient, told.payload, now);
    case 'response_flagged':
      return `${patient} gave ${flaggedWords(told.payload.question_ids.length)} in ${group}${onDay(names, now)}.`;
  }
}

function movedSentence(group: string, from: MovedPlace, to: MovedPlace, now: Date): string {
  const was = beginWords(from, now);
  const room = to.location === from.location ? '' : roomWords(to);
  if (was !== beginWords(to, now)) return `${group} was moved from ${was} to ${beginWords(to, now)}${room}.`;
  if (from.end_time !== to.end_time)
    return `${group} on ${was} ends at ${clockWords(to.end_time)} instead of ${clockWords(from.end_time)}${room}.`;
  if (to.location === undefined) return `${group} on ${was} has no room any more; it was ${from.location}.`;
  return `${group} on ${was} meets in ${to.location}${from.location ? ` instead of ${from.location}` : ' now'}.`;
}

function roomWords({ location }: MovedPlace): string {
  return location === undefined ? ', without a room' : `, in ${location}`;
}

function shortSentence(patient: string, short: Extract<Told, { kind: 'short_of_hours' }>['payload'], now: Date) {
  const missing = [
    short.missing_minutes > 0 && minutesWords(short.missing_minutes),
    short.missing_days > 0 && counted(short.missing_days, 'day'),
  ].filter(Boolean);
  const program = short.program.toUpperCase();
  return `${patient} will be ${missing.join(' and ')} short of the ${program} minimum in the week of ${dayWords(short.week_start, now)}.`;
}

function flaggedWords(answers: number): string {
  return answers === 1 ? 'an answer that needs attention' : `${answers} answers that need attention`;
}

function onDay({ session }: Tellable, now: Date): string {
  return session ? ` on ${dayWords(session.session_date, now)}` : '';
}

function unknownSentence({ group }: Tellable): string {
  return group ? `Something changed in ${group.name}.` : 'Something changed.';
}

/** Ends a sentence with the reason, which people end with a full stop or not. */
function ended(words: string, reason: string | undefined): string {
  const said = reason?.trim().replace(/\.$/, '');
  return said ? `${words}: ${said}.` : `${words}.`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
