import pg from 'pg';
import { at } from '../../support/at.ts';
import { setRole, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { createGroup, createPatients, createSession } from '../../support/records.ts';
import { toRefusal } from '../../support/refusal.ts';

export interface Session {
  id: string;
  group_definition_id: string;
  session_date: string;
  start_time: string;
  end_time: string;
  status: string;
  session_type: string;
  approval_status: string;
  share_token: string;
  questions_data: Record<string, unknown> | null;
  cancellation_reason: string | null;
  started_at: string | null;
  completed_at: string | null;
}

/** A row of pm_session_participants as JSON. */
export interface Participant {
  id: string;
  session_id: string;
  patient_id: string | null;
  guest_name: string | null;
  is_drop_in: boolean;
  joined_at: string | null;
  attendance_status: string | null;
  minutes: number | null;
  recorded_by: string | null;
  recorded_at: string | null;
}

export interface Joined {
  participant_token: string;
  display_name: string;
  has_answered: boolean;
}

export interface Result {
  state: string;
  has_answered: boolean;
  answers: Record<string, unknown> | null;
  score: number | null;
  band: string | null;
  max_score: number | null;
  is_flagged: boolean;
  group: { count: number; average: number | null; questions: Record<string, unknown> } | null;
}

/** A fixed-offset zone in which it is about noon now, so that sessions of today fit into the day whenever tests run. */
export function zoneAtNoon(): string {
  const hours = new Date().getUTCHours() - 12;
  // The signs of these zones are the reverse of what one expects.
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '+' : ''}${hours}`;
}

/** An organization where it is about noon. */
export const openRoom = (database: TestDatabase): Promise<Desk> => openDesk(database, zoneAtNoon());

/** A group with so many seats taken since long ago. Returns its id and the patients'. */
export async function seatedGroup(desk: Desk, seated: number, columns: Record<string, unknown> = {}) {
  const { pool, clinic } = desk;
  const group = await createGroup(pool, clinic.id, { max_capacity: Math.max(seated, 1), ...columns });
  const patients = await createPatients(pool, clinic.id, seated);
  const ids = await desk.enroll(group, patients);
  await pool.query("update public.pm_group_enrollments set starts_on = '2020-01-01' where id = any ($1)", [ids]);
  return { group, patients };
}

/** Starts a session of the group now, as the facilitator does. */
export const startNow = (desk: Desk, group: string): Promise<Session> =>
  desk.ask('pm_start_instant_session', { group_definition_id: group }, desk.clinic.people.facilitator);

/** A session so many minutes from now (negative: ago), an hour long, in whatever state the database's owner gives it. */
export async function sessionIn(
  desk: Desk,
  group: string,
  minutes: number,
  columns: Record<string, unknown> = {},
): Promise<string> {
  const { rows } = await desk.pool.query<{ session_date: string; start_time: string; end_time: string }>(
    `select start::date::text as session_date, start::time::text as start_time, (start + interval '1 hour')::time::text as end_time
     from (select date_trunc('minute', now() at time zone $1) + make_interval(mins => $2) as start) wanted`,
    [desk.clinic.timezone, minutes],
  );
  return createSession(desk.pool, desk.clinic.id, group, { ...rows[0], ...columns });
}

async function callAsAnon<Answer>(
  client: pg.ClientBase,
  name: string,
  values: Record<string, unknown>,
): Promise<Answer> {
  const list = Object.keys(values).map((argument, index) => `${argument} => $${index + 1}`);
  try {
    await client.query('begin');
    await setRole(client, 'anon');
    const { rows } = await client.query<{ answer: Answer }>(
      `select public.${name}(${list.join(', ')}) as answer`,
      Object.entries(values).map(([key, given]) => (key === 'answers' ? JSON.stringify(given) : given)),
    );
    await client.query('commit');
    return at(rows, 0).answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Calls a function with nothing but the publishable key, on this connection or one of the pool. Committed. */
export async function asPatient<Answer>(
  from: pg.Pool | pg.Client,
  name: string,
  values: Record<string, unknown>,
): Promise<Answer> {
  if (from instanceof pg.Client) return callAsAnon(from, name, values);
  const client = await from.connect();
  try {
    return await callAsAnon(client, name, values);
  } finally {
    client.release();
  }
}

/** The answer of such a call as text, or the code of its refusal. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await call);
  } catch (error) {
    return toRefusal(error).code;
  }
}

/** Joins with the patient's personal code. */
export async function joinAs(desk: Desk, token: string, patient_id: string): Promise<Joined> {
  const code = await desk.ask<string>('pm_patient_join_code', { patient_id });
  return asPatient(desk.pool, 'pm_join_session', { token, code });
}

/** What the session has now. */
export async function readSession(desk: Desk, id: string): Promise<Session> {
  const { rows } = await desk.pool.query<{ row: Session }>(
    'select to_jsonb(session) as row from public.pm_group_schedule session where id = $1',
    [id],
  );
  const [found] = rows;
  if (found === undefined) throw new Error('There is no such session');
  return found.row;
}
