import { z } from 'zod';
import { formatDate } from '@/platform/time';
import { withoutDirectionOverrides } from '@/platform/ui';
import { changesSchema, changeWords, type NameMember } from './activity-changes';
import { attendanceSentence } from './attendance-sentence';
import { listWords } from './list-words';
import { seatSentence } from './seat-sentence';

/** Each fact on its own: one that a later version writes differently is left out of the sentence, not the entry. */
const factsSchema = z.object({
  changes: changesSchema.catch({}),
  reason: z.string().nullish().catch(null),
  from_status: z.string().nullish().catch(null),
  from_place: z.number().nullish().catch(null),
  to_place: z.number().nullish().catch(null),
  session_id: z.guid().nullish().catch(null),
  session_date: z.iso.date().nullish().catch(null),
  conflict_override: z.boolean().nullish().catch(null),
  cause: z
    .object({
      rule: z.string(),
      from: z.number().nullish(),
      to: z.number().nullish(),
      reason: z.string().nullish().catch(null),
    })
    .nullish()
    .catch(null),
  passed_over: z.array(z.unknown()).catch([]),
  held_until: z.iso.date().nullish().catch(null),
  starts_on: z.iso.date().nullish().catch(null),
  transferred_to_group_id: z.string().nullish().catch(null),
  transferred_from_group_id: z.string().nullish().catch(null),
  cloned_from: z.string().nullish().catch(null),
  into_group_id: z.string().nullish().catch(null),
  from_group_id: z.string().nullish().catch(null),
  detail: z.string().nullish().catch(null),
  from: z.string().nullish().catch(null),
  to: z.string().nullish().catch(null),
  from_minutes: z.number().nullish().catch(null),
  minutes: z.number().nullish().catch(null),
  after_completion: z.boolean().nullish().catch(null),
  session_type: z.string().nullish().catch(null),
  is_guest: z.boolean().nullish().catch(null),
});

type Facts = z.output<typeof factsSchema>;

/** The other groups that entries speak of: where a patient came from or went, what was cloned or merged. */
export function groupsSpokenOf(metadata: unknown): string[] {
  const facts = readFacts(metadata);
  return [
    facts.transferred_to_group_id,
    facts.transferred_from_group_id,
    facts.cloned_from,
    facts.into_group_id,
    facts.from_group_id,
  ].filter((id) => typeof id === 'string');
}

/** The people whom an entry names besides who did it: facilitators before and after. */
export function peopleNamedIn(metadata: unknown): string[] {
  const { facilitator_id, co_facilitator_id } = readFacts(metadata).changes;
  return [facilitator_id?.from, facilitator_id?.to, co_facilitator_id?.from, co_facilitator_id?.to].filter(
    (id) => typeof id === 'string',
  );
}

/** The session that an entry speaks of, and its date; null where it names none. */
export function sessionSpokenOf(metadata: unknown): { id: string; date: string } | null {
  const { session_id: id, session_date: date } = readFacts(metadata);
  return id && date ? { id, date } : null;
}

function readFacts(metadata: unknown): Facts {
  return factsSchema.safeParse(metadata).data ?? factsSchema.parse({});
}

/** Who is who: members and groups by their id. */
export interface Names {
  member: NameMember;
  /** "another group" where it cannot be told. */
  group: (id: string) => string;
}

interface Entry {
  action: string;
  metadata: unknown;
  /** Who did it; "The system" when nobody did. */
  who: string;
  /** The patient concerned, if any. */
  patient: string;
}

/** What an entry of a group's log says, as one sentence or two. */
export function activitySentence(entry: Entry, names: Names): string {
  return withoutDirectionOverrides(sentenceOf(entry, names));
}

function sentenceOf({ action, metadata, who, patient }: Entry, names: Names): string {
  const { member: nameMember } = names;
  const facts = readFacts(metadata);
  const because = facts.reason ? ` Reason: ${facts.reason}` : '';
  const session = sessionWords(facts);
  switch (action) {
    case 'group_created':
      return facts.cloned_from
        ? `${who} created the group as a clone of ${names.group(facts.cloned_from)}.`
        : `${who} created the group.`;
    case 'group_updated':
      return `${who} changed ${changed(facts, 'the group', nameMember)}.`;
    case 'group_deleted':
      return `${who} deleted the group.`;
    case 'group_restored':
      return `${who} restored the group.`;
    case 'group_merged':
      return mergeSentence(facts, who, names) + because;
    case 'patient_enrolled':
    case 'patient_waitlisted':
    case 'patient_promoted':
    case 'patient_disenrolled':
    case 'waitlist_moved':
    case 'waitlist_held':
    case 'waitlist_released':
      return seatSentence(action, facts, who, patient, names.group);
    case 'enrollment_updated':
      return `${who} changed the enrollment of ${patient}: ${changed(facts, 'details', nameMember)}.`;
    case 'enrollment_deleted':
      return `${who} deleted the enrollment of ${patient}, made by mistake.`;
    case 'enrollment_restored':
      return `${who} restored the enrollment of ${patient}.`;
    case 'session_scheduled':
      return `${who} ${facts.session_type === 'instant' ? 'started, on the spot,' : 'scheduled'} ${session}${facts.conflict_override ? ANYWAY : ''}.`;
    case 'session_updated':
      return sessionUpdatedSentence(facts, who, session, nameMember);
    case 'session_started':
      return `${who} started ${session}.`;
    case 'session_completed':
      return `${who} completed ${session}.`;
    case 'session_cancelled':
      return `${who} cancelled ${session}.${because}`;
    case 'attendance_recorded':
    case 'attendance_changed':
      // A guest has no record, and no name outside the session.
      return attendanceSentence(facts, who, facts.is_guest ? 'a guest' : patient, session);
    case 'drop_in_booked':
      return `${who} booked ${patient} into ${session} as a drop-in.`;
    case 'drop_in_cancelled':
      return `${who} took ${patient}, a drop-in, off the list of ${session}.`;
    case 'guest_removed':
      return `${who} took a guest off the list of ${session}.`;
    case 'integrity_repaired':
      return `${who} had a finding of the integrity check repaired: ${facts.detail ?? 'details are missing'}`;
    default:
      return `${who}: ${action.replaceAll('_', ' ')}.`;
  }
}

/** The session by the date on which people knew it: before it was moved, if that is what happened. */
function sessionWords({ changes, session_date }: Facts): string {
  const before = z.iso.date().safeParse(changes.session_date?.from).data;
  const date = before ?? session_date;
  return date ? `the session of ${formatDate(date)}` : 'a session';
}

const ANYWAY = ' anyway, in spite of a conflict';

function sessionUpdatedSentence(facts: Facts, who: string, session: string, nameMember: NameMember): string {
  const override = facts.changes.conflict_override?.to;
  const words = listWords(changeWords(facts.changes, nameMember));
  if (words === '' && override === true) return `${who} scheduled ${session}${ANYWAY}.`;
  if (words === '' && override === false) return `${who} had people and room of ${session} kept free for it again.`;
  const also =
    override === true
      ? ` It is scheduled${ANYWAY}.`
      : override === false
        ? ' Its people and room are kept free for it again.'
        : '';
  return `${who} changed ${session}: ${words || 'details'}.${also}`;
}

function changed({ changes }: Facts, otherwise: string, nameMember: NameMember): string {
  return listWords(changeWords(changes, nameMember)) || otherwise;
}

function mergeSentence(facts: Facts, who: string, names: Names): string {
  if (facts.into_group_id) return `${who} merged the group into ${names.group(facts.into_group_id)}.`;
  if (facts.from_group_id) return `${who} merged ${names.group(facts.from_group_id)} into the group.`;
  return `${who} merged the group.`;
}
