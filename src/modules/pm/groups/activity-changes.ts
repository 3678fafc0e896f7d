import { z } from 'zod';
import { quoted } from '@/platform/audit/changes';
import { formatDate } from '@/platform/time';
import { groupTypeLook, statusLook } from '@/platform/ui';

/** `{column: {from, to}}`, as the log keeps what was changed. */
export const changesSchema = z.record(
  z.string(),
  z.object({ from: z.unknown().optional(), to: z.unknown().optional() }),
);

type Changes = z.output<typeof changesSchema>;

/** Turns a member's id into the name; an id that is nobody's any more becomes "a former member". */
export type NameMember = (id: string) => string;

/** Columns that people know, and what they call them. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'the name',
  description: 'the description',
  group_type: 'the type',
  facilitator_id: 'the facilitator',
  co_facilitator_id: 'the co-facilitator',
  location: 'the location',
  max_capacity: 'the capacity',
  min_capacity: 'the minimum',
  duration_minutes: 'the duration',
  recurrence_rule: 'the recurrence',
  time_period: 'the time period',
  start_date: 'the start date',
  end_date: 'the end date',
  status: 'the status',
  group_code: 'the code',
  session_date: 'the date',
  start_time: 'the start time',
  end_time: 'the end time',
  notes: 'the notes',
  starts_on: 'the first day',
  series_id: 'the series it belongs to',
  approval_status: 'the approval',
  questions: 'what it asks',
  session_creation_permission: 'who creates sessions',
  session_approval_required: 'whether sessions need approval',
  advance_notice_hours: 'the advance notice',
  allowed_time_slots: 'the times of sessions',
};

/** Not written for people to read. */
const NOT_QUOTED = new Set([
  'recurrence_rule',
  'series_id',
  'session_creation_permission',
  'session_approval_required',
  'allowed_time_slots',
]);

/** "the capacity from 10 to 12", "the location to Room 2", "the recurrence"; a change that has no word is left out. */
export function changeWords(changes: Changes, nameMember: NameMember): string[] {
  return Object.entries(changes).flatMap(([column, { from, to }]) => {
    const label = Object.hasOwn(LABELS, column) ? LABELS[column] : undefined;
    if (!label) return [];
    if (NOT_QUOTED.has(column)) return [label];
    const before = valueWords(column, from, nameMember);
    return [`${label}${before ? ` from ${before}` : ''} to ${valueWords(column, to, nameMember) ?? 'none'}`];
  });
}

function valueWords(column: string, value: unknown, nameMember: NameMember): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (column === 'description' || column === 'notes') return quoted(value);
  const text = String(value);
  if (column === 'facilitator_id' || column === 'co_facilitator_id') return nameMember(text);
  if (column === 'group_type') return groupTypeLook(text).label;
  if (column === 'status') return statusLook('group', text).label.toLowerCase();
  if (column === 'duration_minutes') return `${text} minutes`;
  if (column === 'advance_notice_hours') return `${text} ${text === '1' ? 'hour' : 'hours'}`;
  if (column.endsWith('_time')) return clockWords(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text) : text;
}

/** "9:30 AM" for `09:30:00`, the wall clock that the database writes. */
function clockWords(time: string): string {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (!hours) return time;
  return `${Number(hours) % 12 || 12}:${minutes} ${Number(hours) < 12 ? 'AM' : 'PM'}`;
}
