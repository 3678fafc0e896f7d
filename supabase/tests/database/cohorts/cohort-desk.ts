import type { Desk } from '../../support/front-desk.ts';

interface Group {
  id: string;
  organization_id: string;
  name: string;
  group_code: string | null;
  status: string;
  time_period: string | null;
  start_date: string | null;
  end_date: string | null;
  max_capacity: number;
  min_capacity: number | null;
  facilitator_id: string | null;
  co_facilitator_id: string | null;
  location: string | null;
  recurrence_rule: string | null;
}
export interface MadeGroup {
  source_id: string;
  group: Group;
  patients: { patient_id: string; was: string; status: string; waitlist_position: number | null }[];
  cloned_patients: number;
  waitlisted_patients: number;
  cloned_facilitators: number;
  sessions: {
    created: number;
    first_date: string | null;
    last_date: string | null;
    skipped: { session_date: string; start_time: string; error: string; detail: string }[];
  };
  warnings: { kind: string; detail: string; patient_id?: string }[];
}
export interface Batch {
  preview: boolean;
  groups: MadeGroup[];
}
export type Clone = Group & Omit<MadeGroup, 'group' | 'sessions'>;

/** One group made from another, by the org_admin. */
export const clone = (desk: Desk, group: string, further = {}) =>
  desk.ask<Clone>('pm_clone_group', { group_definition_id: group, ...further });

/** A group made from each of the groups, so many days later, by the org_admin. */
export const batch = (desk: Desk, groups: string[], days: number, further = {}) =>
  desk.ask<Batch>('pm_batch_clone_groups', { group_definition_ids: groups, date_offset_days: days, ...further });

/** The kinds of the warnings, sorted. */
export const kinds = (made: { warnings: { kind: string }[] }) => made.warnings.map((warning) => warning.kind).sort();

/** The sessions of a group as date and times, earliest first. */
export async function sessionsOf(desk: Desk, group: string) {
  const { rows } = await desk.pool.query<{
    day: string;
    at: string;
    status: string;
    location: string | null;
    facilitator_id: string | null;
    session_type: string;
    series_id: string | null;
    organization_id: string;
  }>(
    `select session_date::text as day, to_char(start_time, 'HH24:MI') || '-' || to_char(end_time, 'HH24:MI') as at, status, location,
       facilitator_id, session_type, series_id, organization_id
     from public.pm_group_schedule where group_definition_id = $1 order by starts_at`,
    [group],
  );
  return rows;
}
