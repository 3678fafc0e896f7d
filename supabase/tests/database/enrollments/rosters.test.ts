import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { asUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk, type Seat } from '../../support/front-desk.ts';
import { createSession } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Who is on the group's roster on that day (null: today), as staff see it. */
const onDay = async (desk: Desk, group: string, on_date: string | null = null, by = desk.clinic.people.staff) =>
  (await desk.list<Seat>('pm_group_roster', { group_definition_id: group, on_date }, by)).map(
    (seat) => seat.patient_id,
  );
const atSession = async (desk: Desk, session: string, by = desk.clinic.people.staff) =>
  (await desk.list<Seat>('pm_session_roster', { session_id: session }, by)).map((seat) => seat.patient_id);
const today = (desk: Desk, days = 0) =>
  value<string>(desk.pool, '(private.organization_today($1) + $2::integer)::text', [desk.clinic.id, days]);

/** An enrollment from a day on; ended at an instant, if there is one. As the database's owner, who may write the past. */
async function enrolled(desk: Desk, group: string, patient: string, starts_on: string, left_at?: string) {
  const { id } = await desk.ask<Seat>('pm_enroll_patient', {
    group_definition_id: group,
    patient_id: patient,
    starts_on,
  });
  if (left_at !== undefined) {
    await desk.ask('pm_disenroll_patient', { enrollment_id: id });
    await desk.pool.query('update public.pm_group_enrollments set disenrolled_at = $2 where id = $1', [id, left_at]);
  }
  return id;
}

test('a roster starts on starts_on and ends the day before the patient left', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(5);
  const [stays, left] = await desk.patients(2);
  if (!stays || !left) throw new Error('No patients');
  await enrolled(desk, group, stays, '2026-03-10');
  await enrolled(desk, group, left, '2026-03-01', '2026-03-20T15:00:00-04:00');
  const days: Record<string, string[]> = {
    '2026-02-28': [],
    '2026-03-01': [left],
    '2026-03-09': [left],
    '2026-03-10': [left, stays],
    '2026-03-19': [left, stays],
    '2026-03-20': [stays],
    '2099-01-01': [stays],
  };
  for (const [day, expected] of Object.entries(days)) {
    expect((await onDay(desk, group, day)).sort(), day).toEqual([...expected].sort());
  }
});

test('a session has those who had started by its date and had not left when it began', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(9);
  const people = await desk.patients(4);
  const [before, during, later, waits] = [at(people, 0), at(people, 1), at(people, 2), at(people, 3)];
  const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: '2026-03-10' });
  const next = await createSession(desk.pool, desk.clinic.id, group, { session_date: '2026-03-17' });
  await enrolled(desk, group, before, '2026-03-01', '2026-03-10T08:59:00-04:00');
  await enrolled(desk, group, during, '2026-03-01', '2026-03-10T09:30:00-04:00');
  await enrolled(desk, group, later, '2026-03-11');
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 1 where id = $1', [group]);
  await enrolled(desk, group, waits, '2026-03-01');
  expect(await atSession(desk, session)).toEqual([during]);
  expect(await atSession(desk, next)).toEqual([later]);
});

test('joining and leaving today touch no roster of the past', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(2);
  const people = await desk.patients(3);
  const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: await today(desk, -7) });
  await enrolled(desk, group, at(people, 0), await today(desk, -30));
  const seat = await enrolled(desk, group, at(people, 1), await today(desk, -30));
  const roster = await atSession(desk, session);
  expect(roster).toHaveLength(2);
  await desk.enroll(group, [at(people, 2)]);
  await desk.ask('pm_disenroll_patient', { enrollment_id: seat });
  expect(await atSession(desk, session)).toEqual(roster);
  expect(await onDay(desk, group, await today(desk, -7))).toEqual(roster);
  expect(await onDay(desk, group)).toEqual([at(people, 0), at(people, 2)].sort());
});

test('who moves up is on the rosters from today on, or from the later day that was agreed', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(1);
  const people = await desk.patients(3);
  const past = await createSession(desk.pool, desk.clinic.id, group, { session_date: await today(desk, -7) });
  const [seat] = await desk.enroll(group, [at(people, 0)]);
  const waits = await enrolled(desk, group, at(people, 1), await today(desk, -30));
  const agreed = await enrolled(desk, group, at(people, 2), await today(desk, 14));
  expect(await onDay(desk, group)).toEqual([at(people, 0)]);
  await desk.ask('pm_disenroll_patient', { enrollment_id: seat });
  expect(await onDay(desk, group)).toEqual([at(people, 1)]);
  expect(await atSession(desk, past)).toEqual([]);
  await desk.ask('pm_disenroll_patient', { enrollment_id: waits });
  expect(await onDay(desk, group)).toEqual([]);
  expect(await onDay(desk, group, await today(desk, 13))).toEqual([]);
  expect(await onDay(desk, group, await today(desk, 14))).toEqual([at(people, 2)]);
  expect((await desk.seats(group)).find((row) => row.id === agreed)?.starts_on).toBe(await today(desk, 14));
});

test('who leaves and comes back on the same day is there once, with the seat of now', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(3);
  const [patient] = await desk.patients(1);
  if (!patient) throw new Error('No patient');
  const first = await enrolled(desk, group, patient, await today(desk, -10));
  const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: await today(desk, 0) });
  const coming = await createSession(desk.pool, desk.clinic.id, group, { session_date: await today(desk, 7) });
  await desk.pool.query(`update public.pm_group_schedule set start_time = '00:00', end_time = '00:05' where id = $1`, [
    session,
  ]);
  await desk.ask('pm_disenroll_patient', { enrollment_id: first });
  const again = await enrolled(desk, group, patient, await today(desk));
  const rows = async (name: string, values: Record<string, unknown>) =>
    (await desk.list<Seat>(name, values)).map((seat) => seat.id);
  expect(await rows('pm_group_roster', { group_definition_id: group })).toEqual([again]);
  expect(await rows('pm_session_roster', { session_id: coming })).toEqual([again]);
  expect(await rows('pm_session_roster', { session_id: session })).toHaveLength(1);
  expect(await rows('pm_group_roster', { group_definition_id: group, on_date: await today(desk, -1) })).toEqual([
    first,
  ]);
});

test('who came back later has the roster’s place that was true on each day', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(3);
  const [patient] = await desk.patients(1);
  if (!patient) throw new Error('No patient');
  const first = await enrolled(desk, group, patient, '2026-01-05', '2026-02-02T12:00:00-05:00');
  const second = await enrolled(desk, group, patient, '2026-03-02');
  const on = async (day: string) =>
    (await desk.list<Seat>('pm_group_roster', { group_definition_id: group, on_date: day })).map((seat) => seat.id);
  expect([await on('2026-01-20'), await on('2026-02-15'), await on('2026-03-02')]).toEqual([[first], [], [second]]);
});

test.each([
  ['Pacific/Kiritimati', '2026-03-02'],
  ['Pacific/Pago_Pago', '2026-03-01'],
  ['America/New_York', '2026-03-01'],
])('days are those of the clinic’s calendar: %s', async (zone, lastDay) => {
  const desk = await openDesk(database, zone);
  const group = await desk.group(3);
  const [patient] = await desk.patients(1);
  if (!patient) throw new Error('No patient');
  // 13:30 on March 3 in Kiritimati, 12:30 on March 2 in Pago Pago, 18:30 on March 2 in New York.
  await enrolled(desk, group, patient, '2026-02-01', '2026-03-02T23:30:00Z');
  const nextDay = `2026-03-0${Number(lastDay.slice(-1)) + 1}`;
  expect(await onDay(desk, group, lastDay)).toEqual([patient]);
  expect(await onDay(desk, group, nextDay)).toEqual([]);
  const [starting] = await desk.patients(1);
  await enrolled(desk, group, starting ?? '', await today(desk));
  expect(await onDay(desk, group)).toEqual([starting]);
  const zoned = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  expect(await today(desk)).toBe(zoned);
});

test.each([
  ['in spring', '2026-03-08', '2026-03-08T12:59:00Z', '2026-03-08T13:01:00Z'],
  ['in autumn', '2026-11-01', '2026-11-01T13:59:00Z', '2026-11-01T14:01:00Z'],
])('on the day on which the clocks change %s, the session still begins at 9', async (_what, day, before, after) => {
  const desk = await openDesk(database);
  const group = await desk.group(3);
  const [left, stayed] = await desk.patients(2);
  if (!left || !stayed) throw new Error('No patients');
  const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: day });
  await enrolled(desk, group, left, '2026-01-01', before);
  await enrolled(desk, group, stayed, '2026-01-01', after);
  expect(await atSession(desk, session)).toEqual([stayed]);
});

test('deleted enrollments are on no roster', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(3);
  const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: await today(desk, 1) });
  const [seat] = await desk.enroll(group, await desk.patients(1));
  await desk.ask('pm_delete_enrollment', { enrollment_id: seat });
  expect([await onDay(desk, group), await atSession(desk, session)]).toEqual([[], []]);
});

test('rosters are empty for other organizations and for those who may not view enrollments', async () => {
  const desk = await openDesk(database);
  const stranger = (await openDesk(database)).clinic.people.org_admin;
  const group = await desk.group(3);
  const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: await today(desk, 1) });
  await desk.enroll(group, await desk.patients(1));
  const seen = async (by: string) => [await onDay(desk, group, null, by), await atSession(desk, session, by)];
  expect((await seen(desk.clinic.people.staff)).map((list) => list.length)).toEqual([1, 1]);
  expect(await seen(stranger)).toEqual([[], []]);
  await desk.pool.query(
    "delete from public.pf_role_permissions where role_id = $1 and permission_key = 'pm.group_enrollments.view'",
    [desk.clinic.roles.staff],
  );
  expect(await seen(desk.clinic.people.staff)).toEqual([[], []]);
});

test('a roster can be joined with names, as rows of a table', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(3);
  await desk.enroll(group, await desk.patients(2));
  const names = await asUser(desk.pool, desk.clinic.people.staff, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select patient.last_name as name from public.pm_group_roster($1) seat
       join public.pm_patients patient on patient.id = seat.patient_id order by 1`,
      [group],
    );
    return rows.map((row) => row.name);
  });
  expect(names).toEqual(['Example 1', 'Example 2']);
});
