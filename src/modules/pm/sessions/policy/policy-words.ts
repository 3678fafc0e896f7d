import { clockRange, clockText } from '../wall-clock';
import type { StartRefusal } from './powers';
import type { CreationPermission, SessionPolicy, TimeSlot } from './session-policy';

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const HOURS_A_DAY = 24;

/** "an hour", "36 hours", "a day", "2 days". */
export function noticeWords(hours: number): string {
  if (hours % HOURS_A_DAY !== 0) return hours === 1 ? 'an hour' : `${hours} hours`;
  const days = hours / HOURS_A_DAY;
  return days === 1 ? 'a day' : `${days} days`;
}

/** Weekdays (Monday is 1) as people say them: "Mon–Fri", "Mon, Wed–Fri", "every day". */
export function daysWords(days: readonly number[]): string {
  const ordered = [...new Set(days)].sort((one, other) => one - other);
  if (ordered.length === DAY_NAMES.length) return 'every day';
  return runs(ordered).map(runWords).join(', ');
}

/** Days in a row together. */
function runs(days: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else found.push([day]);
  }
  return found;
}

function runWords(run: readonly number[]): string {
  const names = run.map((day) => DAY_NAMES[day - 1] ?? '');
  return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}

/** "Mon–Fri, 8:00 AM–12:00 PM", "Sat, 6:00 PM–midnight". */
export function slotWords({ days, start, end }: TimeSlot): string {
  return `${daysWords(days)}, ${end === '24:00' ? `${clockText(start)}–midnight` : clockRange(start, end)}`;
}

/** "Mon–Fri, 8:00 AM–12:00 PM or Sat, 9:00–11:00 AM". */
export function slotsWords(slots: readonly TimeSlot[]): string {
  return slots.map(slotWords).join(' or ');
}

/** Follows what was done to a session in a toast. */
export const APPROVAL_COMES = 'It waits for approval.';

/** Who creates a group's sessions, to follow "Sessions are created by". */
export const CREATORS: Readonly<Record<CreationPermission, string>> = {
  all_members: 'everybody whose role includes creating sessions',
  owner: 'the group’s facilitators',
  admin: 'those who may edit the group',
};

/** Why somebody may not start a session of the group on the spot, as a sentence. */
export function startRefusalWords(refusal: StartRefusal, creators: CreationPermission): string {
  return refusal === 'creation'
    ? `Sessions are created by ${CREATORS[creators]}.`
    : 'Sessions of this group need approval first: schedule it, and somebody else approves.';
}

/** The whole policy, read back in sentences. */
export function policySentence(policy: SessionPolicy): string {
  const { advance_notice_hours: notice, allowed_time_slots: slots } = policy;
  return [
    `Sessions are created by ${CREATORS[policy.session_creation_permission]}.`,
    policy.session_approval_required
      ? 'A new or moved session waits until somebody who may edit the group, and does not lead the session, approves it; nobody else starts one on the spot.'
      : 'They need no approval.',
    notice > 0
      ? `They are put on the calendar at least ${noticeWords(notice)} before they start; only a session that is started on the spot needs no notice.`
      : 'They can be put on the calendar until they start.',
    slots.length > 0 ? `They take place ${slotsWords(slots)}.` : 'They can take place at any time.',
  ].join(' ');
}
