import type { Tables } from '@/platform/supabase/database.types';

export const SESSION_STATUSES = ['scheduled', 'active', 'completed', 'cancelled'] as const;

export type SessionStatus = (typeof SESSION_STATUSES)[number];

export interface SessionGroup {
  id: string;
  name: string;
  group_code: string | null;
  group_type: string;
}

type SessionRow = Pick<
  Tables<'pm_group_schedule'>,
  | 'id'
  | 'group_definition_id'
  | 'session_date'
  | 'start_time'
  | 'end_time'
  | 'starts_at'
  | 'ends_at'
  | 'status'
  | 'cancellation_reason'
  | 'facilitator_id'
  | 'co_facilitator_id'
  | 'location'
  | 'conflict_override'
  | 'approval_status'
  | 'series_id'
>;

/**
 * A session as lists and the calendar show it. `session_date`, `start_time` and `end_time` are the organization's wall
 * clock, `starts_at` and `ends_at` the same as instants. `group` is null when it was deleted or may not be seen.
 */
export interface Session extends SessionRow {
  group: SessionGroup | null;
}

/** Whether a session can still be moved, started or cancelled; the other states are final. */
export function isOpen(session: { status: string }): boolean {
  return session.status === 'scheduled' || session.status === 'active';
}

/** What the session is called: its group's name, or words in its place. */
export function sessionName(session: { group: SessionGroup | null }): string {
  return session.group?.name ?? 'Group not available';
}
