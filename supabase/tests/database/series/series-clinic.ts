import type pg from 'pg';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';

export { at } from '../../support/at.ts';

type Values = Record<string, unknown>;

/** A session as the functions return it: dates and instants as texts. */
export interface Session {
  id: string;
  session_date: string;
  start_time: string;
  end_time: string;
  starts_at: string;
  ends_at: string;
  session_type: string;
  status: string;
  facilitator_id: string | null;
  co_facilitator_id: string | null;
  location: string | null;
  series_id: string | null;
  conflict_override: boolean;
  notes: string | null;
}
export interface Skipped {
  session_id?: string;
  session_date: string;
  error: string;
  detail: string;
}
export interface Scheduled {
  series_id: string | null;
  created: Session[];
  skipped: Skipped[];
}
export interface Changed {
  changed: Session[];
  skipped: Skipped[];
  kept: number;
}
export interface Cancelled {
  cancelled: number;
  failed: number;
  results: { session_id: string; status: string; error: string | null; detail: string | null }[];
}
export interface Conflict {
  kind: 'person' | 'location' | 'series' | 'closed_day' | 'clock_change';
  resource: string | null;
  resource_id: string | null;
  session_id: string | null;
  group_name: string | null;
  detail: string;
}
export interface Previewed {
  planned_on: string;
  session_date: string;
  planned_start_time: string;
  planned_end_time: string;
  starts_at: string;
  ends_at: string;
  conflicts: Conflict[];
}
export interface PreviewedChange {
  changed_session_id: string;
  session_date: string;
  start_time: string;
  end_time: string;
  keeps_own: boolean;
  conflicts: Conflict[];
}

/** Calls a function of schema public, lists of changes as JSON, and returns its rows as JSON. */
export async function callJson<Row>(client: pg.ClientBase, name: string, values: Values): Promise<Row[]> {
  const list = Object.keys(values).map((argument, index) => `${argument} => $${index + 1}`);
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(result) as row from public.${name}(${list.join(', ')}) result`,
    Object.entries(values).map(([argument, value]) => (argument === 'changes' ? JSON.stringify(value) : value)),
  );
  return rows.map((each) => each.row);
}

async function callOne<Row>(client: pg.ClientBase, name: string, values: Values): Promise<Row> {
  const [row] = await callJson<Row>(client, name, values);
  if (row === undefined) throw new Error(`${name} returned no row`);
  return row;
}

export interface SeriesClinic {
  database: TestDatabase;
  clinic: Organization;
  /** Without facilitators and room of its own. */
  group: string;
  /** `values` complete a series of the group, from 9 to 10; the facilitator calls unless told otherwise. Commits. */
  schedule(session_dates: unknown, values?: Values, by?: string): Promise<Scheduled>;
  preview(session_dates: unknown, values?: Values, by?: string): Promise<Previewed[]>;
  change(session_id: string, scope: string, changes: unknown, skip_conflicts?: boolean, by?: string): Promise<Changed>;
  previewChange(session_id: string, scope: string, changes: unknown, by?: string): Promise<PreviewedChange[]>;
  cancelSeries(session_id: string, scope: string | null, reason: string | null, by?: string): Promise<Cancelled>;
  cancelSessions(session_ids: unknown, reason: string | null, by?: string): Promise<Cancelled>;
  /** The sessions of the series, earliest first. */
  sessionsOf(seriesId: string | null): Promise<Session[]>;
  /** How many sessions, series and events there are. */
  counts(): Promise<{ sessions: number; series: number; events: number }>;
}

/** A database with a clinic whose facilitator plans series. Close the database afterwards. */
export async function openSeriesClinic(zone = 'America/New_York'): Promise<SeriesClinic> {
  const database = await openDatabase();
  const { pool } = database;
  const clinic = await createOrganization(pool, zone);
  const group = await createGroup(pool, clinic.id, { name: 'Morning Group' });
  const { facilitator } = clinic.people;
  const plan = (session_dates: unknown, values: Values) => ({
    ...{ group_definition_id: group, session_dates, start_time: '09:00', end_time: '10:00' },
    ...values,
  });
  return {
    ...{ database, clinic, group },
    schedule: (dates, values = {}, by = facilitator) =>
      commitAsUser(pool, by, (client) =>
        callOne<Scheduled>(client, 'pm_schedule_series', plan(dates, { recurrence_rule: null, ...values })),
      ),
    preview: (dates, values = {}, by = facilitator) =>
      asUser(pool, by, (client) => callJson<Previewed>(client, 'pm_preview_series', plan(dates, values))),
    change: (session_id, scope, changes, skip_conflicts = false, by = facilitator) =>
      commitAsUser(pool, by, (client) =>
        callOne<Changed>(client, 'pm_change_series', { session_id, scope, changes, skip_conflicts }),
      ),
    previewChange: (session_id, scope, changes, by = facilitator) =>
      asUser(pool, by, (client) =>
        callJson<PreviewedChange>(client, 'pm_preview_series_change', { session_id, scope, changes }),
      ),
    cancelSeries: (session_id, scope, reason, by = facilitator) =>
      commitAsUser(pool, by, (client) => callOne<Cancelled>(client, 'pm_cancel_series', { session_id, scope, reason })),
    cancelSessions: (session_ids, reason, by = facilitator) =>
      commitAsUser(pool, by, (client) => callOne<Cancelled>(client, 'pm_cancel_sessions', { session_ids, reason })),
    sessionsOf: async (seriesId) => {
      const { rows } = await pool.query<{ row: Session }>(
        'select to_jsonb(session) as row from public.pm_group_schedule session where series_id = $1 order by starts_at',
        [seriesId],
      );
      return rows.map((each) => each.row);
    },
    counts: async () => {
      const { rows } = await pool.query(`
        select (select count(*)::integer from public.pm_group_schedule) as sessions,
          (select count(*)::integer from public.pm_session_series) as series,
          (select count(*)::integer from public.pf_domain_events) as events`);
      return rows[0];
    },
  };
}

/** `count` dates from the first on, so many days apart. */
export function datesFrom(first: string, count: number, days = 7): string[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(`${first}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + index * days);
    return date.toISOString().slice(0, 10);
  });
}

/** Pairs of sessions that hold one person or room at one time; the constraint should leave none. */
export async function overlappingClaims(client: pg.Pool | pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(`
    select from public.pm_group_schedule one join public.pm_group_schedule other
      on one.organization_id = other.organization_id and one.id < other.id
      and one.starts_at < other.ends_at and other.starts_at < one.ends_at
    where 'cancelled' not in (one.status, other.status) and not one.conflict_override and not other.conflict_override
      and (array_remove(array[one.facilitator_id, one.co_facilitator_id], null)
          && array_remove(array[other.facilitator_id, other.co_facilitator_id], null)
        or lower(btrim(one.location)) = lower(btrim(other.location)))`);
  return rowCount ?? 0;
}
