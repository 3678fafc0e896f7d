import type { Session } from '../session';

/** What lists and the calendar read of a session, for PostgREST. Never the share token: it is a secret. */
export const SESSION_COLUMNS =
  'id, group_definition_id, session_date, start_time, end_time, starts_at, ends_at, status, cancellation_reason, facilitator_id, co_facilitator_id, location, conflict_override, approval_status, series_id, group:pm_group_definitions(id, name, group_code, group_type)';

/** The types say that a session has a group; row level security hides the deleted ones and those one may not view. */
export function toSession<Row extends Session>(row: Row): Omit<Row, 'group'> & Session {
  return { ...row, group: row.group ?? null };
}
