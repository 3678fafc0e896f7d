import { z } from 'zod';
import { formatDate } from '@/platform/time';
import { changesSchema, changeWords, type NameMember } from './activity-changes';
import { listWords } from './list-words';

/** Each fact on its own: one that a later version writes differently is left out of the sentence, not the entry. */
const factsSchema = z.object({
  changes: changesSchema.catch({}),
  reason: z.string().nullish().catch(null),
  from_status: z.string().nullish().catch(null),
  from_place: z.number().nullish().catch(null),
  to_place: z.number().nullish().catch(null),
  session_date: z.iso.date().nullish().catch(null),
  conflict_override: z.boolean().nullish().catch(null),
  cause: z.object({ rule: z.string(), from: z.number().nullish(), to: z.number().nullish() }).nullish().catch(null),
});

type Facts = z.output<typeof factsSchema>;

interface Entry {
  action: string;
  metadata: unknown;
  /** Who did it; "The system" when nobody did. */
  who: string;
  /** The patient concerned, if any. */
  patient: string;
}

/** What an entry of a group's log says, as one sentence or two. */
export function activitySentence({ action, metadata, who, patient }: Entry, nameMember: NameMember): string {
  const facts = factsSchema.safeParse(metadata).data ?? factsSchema.parse({});
  const because = facts.reason ? ` Reason: ${facts.reason}` : '';
  const session = sessionWords(facts);
  switch (action) {
    case 'group_created':
      return `${who} created the group.`;
    case 'group_updated':
      return `${who} changed ${changed(facts, 'the group', nameMember)}.`;
    case 'group_deleted':
      return `${who} deleted the group.`;
    case 'group_restored':
      return `${who} restored the group.`;
    case 'patient_enrolled':
      return `${who} enrolled ${patient}.`;
    case 'patient_waitlisted':
      return `${who} put ${patient} on the waitlist: the group was full.`;
    case 'patient_promoted':
      return promotionSentence(facts, who, patient);
    case 'patient_disenrolled':
      return facts.from_status === 'waitlisted'
        ? `${who} took ${patient} off the waitlist.${because}`
        : `${who} disenrolled ${patient}.${because}`;
    case 'waitlist_moved':
      return `${who} moved ${patient} on the waitlist from place ${facts.from_place} to place ${facts.to_place}.`;
    case 'enrollment_updated':
      return `${who} changed the enrollment of ${patient}: ${changed(facts, 'details', nameMember)}.`;
    case 'enrollment_deleted':
      return `${who} deleted the enrollment of ${patient}, made by mistake.`;
    case 'enrollment_restored':
      return `${who} restored the enrollment of ${patient}.`;
    case 'session_scheduled':
      return `${who} scheduled ${session}${facts.conflict_override ? ANYWAY : ''}.`;
    case 'session_updated':
      return sessionUpdatedSentence(facts, who, session, nameMember);
    case 'session_started':
      return `${who} started ${session}.`;
    case 'session_completed':
      return `${who} completed ${session}.`;
    case 'session_cancelled':
      return `${who} cancelled ${session}.${because}`;
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

function promotionSentence({ cause }: Facts, who: string, patient: string): string {
  if (cause?.rule === 'seat_freed') return `${patient} moved up from the waitlist, because a seat came free.`;
  if (cause?.rule === 'capacity_raised') {
    return `${patient} moved up from the waitlist, because ${who} raised the capacity from ${cause.from} to ${cause.to}.`;
  }
  return `${who} promoted ${patient} from the waitlist.`;
}
