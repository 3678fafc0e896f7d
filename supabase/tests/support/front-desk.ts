import type pg from 'pg';
import { commitAsUser, type TestDatabase } from './database.ts';
import { createOrganization, type Organization } from './organization.ts';
import { createGroup, createPatients } from './records.ts';
import { type Refusal, refusalOf } from './refusal.ts';

type Values = Record<string, unknown>;

/** A row of pm_group_enrollments as JSON. */
export interface Seat {
  id: string;
  group_definition_id: string;
  patient_id: string;
  status: 'enrolled' | 'waitlisted' | 'disenrolled';
  starts_on: string;
  waitlist_position: number | null;
  disenroll_reason: string | null;
  transferred_from_id: string | null;
  waitlist_held_at: string | null;
  waitlist_held_until: string | null;
  waitlist_hold_reason: string | null;
  deleted_at: string | null;
}
export interface LogEntry {
  action: string;
  patient_id: string | null;
  performed_by: string | null;
  metadata: Record<string, unknown>;
}

/** An organization of its own, and calls as its people. Whatever is called is committed. */
export interface Desk {
  database: TestDatabase;
  pool: pg.Pool;
  clinic: Organization;
  /** The one answer of a function, as JSON. The org_admin calls unless told otherwise. */
  ask<Answer>(name: string, values: Values, by?: string): Promise<Answer>;
  /** All rows of a function, as JSON. */
  list<Row>(name: string, values: Values, by?: string): Promise<Row[]>;
  /** The refusal with which the call ends. */
  refused(name: string, values: Values, by?: string): Promise<Refusal>;
  /** A group with so many seats. */
  group(max_capacity: number, columns?: Values): Promise<string>;
  patients(count: number): Promise<string[]>;
  /** Enrolls the patients in this order and returns their enrollments' ids. */
  enroll(groupId: string, patientIds: string[]): Promise<string[]>;
  /** All enrollments of the group, deleted ones too, in the order in which they were made. */
  seats(groupId: string): Promise<Seat[]>;
  /** Who has a seat, in the order in which they were enrolled, then who waits, in order of place: patients' ids. */
  line(groupId: string): Promise<{ seated: string[]; waiting: string[] }>;
  /** The group's log, oldest first; of these actions alone if there are any. */
  log(groupId: string, ...actions: string[]): Promise<LogEntry[]>;
}

const jsonArguments = new Set(['answers', 'changes', 'entries', 'patients', 'questions_data']);

async function call<Row>(client: pg.ClientBase, name: string, values: Values): Promise<Row[]> {
  const list = Object.keys(values).map((argument, index) => `${argument} => $${index + 1}`);
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(result) as row from public.${name}(${list.join(', ')}) result`,
    Object.entries(values).map(([argument, value]) => (jsonArguments.has(argument) ? JSON.stringify(value) : value)),
  );
  return rows.map((each) => each.row);
}

async function jsonRows<Row>(pool: pg.Pool, from: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await pool.query<{ row: Row }>(`select to_jsonb(entry) as row from ${from}`, values);
  return rows.map((each) => each.row);
}

/** A new organization in the database, with one person in each of its four roles. */
export async function openDesk(database: TestDatabase, timezone?: string): Promise<Desk> {
  const { pool } = database;
  const clinic = await createOrganization(pool, timezone);
  const list = <Row>(name: string, values: Values, by = clinic.people.org_admin) =>
    commitAsUser(pool, by, (client) => call<Row>(client, name, values));
  const ask = async <Answer>(name: string, values: Values, by?: string) => {
    const [answer] = await list<Answer>(name, values, by);
    if (answer === undefined) throw new Error(`${name} returned no row`);
    return answer;
  };
  const seats = (groupId: string) =>
    jsonRows<Seat>(pool, 'public.pm_group_enrollments entry where group_definition_id = $1 order by created_at', [
      groupId,
    ]);
  return {
    ...{ database, pool, clinic, list, ask, seats },
    refused: (name, values, by) => refusalOf(list(name, values, by)),
    group: (max_capacity, columns = {}) => createGroup(pool, clinic.id, { max_capacity, ...columns }),
    patients: (count) => createPatients(pool, clinic.id, count),
    enroll: async (group_definition_id, patientIds) => {
      const made: string[] = [];
      for (const patient_id of patientIds) {
        made.push((await ask<Seat>('pm_enroll_patient', { group_definition_id, patient_id })).id);
      }
      return made;
    },
    line: async (groupId) => {
      const live = (status: string) =>
        jsonRows<Seat>(
          pool,
          'public.pm_group_enrollments entry where group_definition_id = $1 and status = $2 and deleted_at is null order by waitlist_position, enrolled_at',
          [groupId, status],
        );
      const of = async (status: string) => (await live(status)).map((seat) => seat.patient_id);
      return { seated: await of('enrolled'), waiting: await of('waitlisted') };
    },
    log: (groupId, ...actions) =>
      jsonRows<LogEntry>(
        pool,
        "public.pm_group_activity_log entry where group_definition_id = $1 and (action = any ($2) or $2 = '{}') order by id",
        [groupId, actions],
      ),
  };
}

/** How many rows there are in every table of the API, to see that nothing was left behind. */
export async function countRows(pool: pg.Pool): Promise<Record<string, number>> {
  const tables = await pool.query<{ name: string }>(
    "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::integer as count from public.${name}`);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}
