import type { TablesUpdate } from '@/platform/supabase/database.types';
import type { GroupOption } from './api/get-group-options';
import type { SessionDetail } from './api/get-session';
import type { SessionFormValues } from './session-form.schema';
import { addMinutes, clockMinutes } from './wall-clock';

const DEFAULT_MINUTES = 60;
const FIRST_START = '09:00';

/** The columns that the form writes, besides the group. */
export type SessionPayload = Required<
  Pick<
    TablesUpdate<'pm_group_schedule'>,
    | 'session_date'
    | 'start_time'
    | 'end_time'
    | 'facilitator_id'
    | 'co_facilitator_id'
    | 'location'
    | 'notes'
    | 'conflict_override'
  >
>;

/** What was selected in the calendar, if anything; wall clock of the organization, '' for what is open. */
export interface Slot {
  date: string;
  start: string;
  end: string;
  /** Of the column that was selected in, where the calendar has columns by person or by room. */
  facilitatorId?: string | null;
  location?: string;
}

/** What a session takes from its group when nothing else is said. */
export function groupDefaults(group: GroupOption | undefined) {
  return {
    facilitator_id: group?.facilitator_id ?? null,
    co_facilitator_id: group?.co_facilitator_id ?? null,
    location: group?.location ?? '',
  };
}

/** When a session of the group that starts then would end, by the group's duration (an hour where it has none). */
export function defaultEnd(start: string, group: GroupOption | undefined): string {
  return addMinutes(start, group?.duration_minutes ?? DEFAULT_MINUTES);
}

/** The values with which a new session's form opens. `now`: date and `HH:MM` on the organization's wall clock. */
export function newSessionValues(
  slot: Slot,
  group: GroupOption | undefined,
  now: { date: string; time: string },
): SessionFormValues {
  const date = slot.date || now.date;
  const start = slot.start || proposedStart(date, now);
  return {
    group_definition_id: group?.id ?? '',
    session_date: date,
    start_time: start,
    end_time: slot.end || defaultEnd(start, group),
    ...plannedPlace(slot, group),
    notes: '',
    conflict_override: false,
  };
}

/** Who and where: what was selected, the rest from the group. */
function plannedPlace(slot: Slot, group: GroupOption | undefined) {
  const usual = groupDefaults(group);
  const facilitator_id = slot.facilitatorId ?? usual.facilitator_id;
  return {
    facilitator_id,
    co_facilitator_id: usual.co_facilitator_id === facilitator_id ? null : usual.co_facilitator_id,
    location: slot.location || usual.location,
  };
}

/** The next full hour today, nine in the morning on other days and late in the evening. */
function proposedStart(date: string, now: { date: string; time: string }): string {
  const minutes = clockMinutes(now.time);
  if (date !== now.date || minutes === null || minutes >= 20 * 60) return FIRST_START;
  return addMinutes('00:00', (Math.floor(minutes / 60) + 1) * 60);
}

/** The values with which the form of an existing session opens. */
export function sessionValues(session: SessionDetail): SessionFormValues {
  return {
    group_definition_id: session.group_definition_id,
    session_date: session.session_date,
    start_time: session.start_time.slice(0, 5),
    end_time: session.end_time.slice(0, 5),
    facilitator_id: session.facilitator_id,
    co_facilitator_id: session.co_facilitator_id,
    location: session.location ?? '',
    notes: session.notes ?? '',
    conflict_override: session.conflict_override,
  };
}

/** What is written: empty texts as null. The group goes apart, because a session never changes it. */
export function toPayload({ group_definition_id, ...values }: SessionFormValues): SessionPayload {
  return {
    session_date: values.session_date,
    start_time: values.start_time,
    end_time: values.end_time,
    facilitator_id: values.facilitator_id,
    co_facilitator_id: values.co_facilitator_id,
    location: values.location.trim() || null,
    notes: values.notes.trim() || null,
    conflict_override: values.conflict_override,
  };
}

/** Only what differs, so that two people who change different things do not undo each other. */
export function changedColumns(before: SessionPayload, after: SessionPayload): Partial<SessionPayload> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => old.get(column) !== value));
}
