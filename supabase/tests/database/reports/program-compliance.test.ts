import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { attend, dayFrom, mondayFrom, plusDays, seatedSince, sessionOn } from './report-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

interface Compliance {
  patient_id: string;
  status: string;
  [figure: string]: unknown;
}
interface MakeUp {
  session_id: string;
  mends: boolean;
  [figure: string]: unknown;
}
const ofWeek = (desk: Desk, week_of: string | null, by?: string) =>
  desk.list<Compliance>('pm_program_compliance', { organization_id: desk.clinic.id, week_of }, by);
const offered = (desk: Desk, patient_id: string, week_of: string, by?: string) =>
  desk.list<MakeUp>('pm_make_up_sessions', { patient_id, week_of }, by);
const threeHours = { start_time: '09:00', end_time: '12:00' };
const fourHours = { start_time: '09:00', end_time: '13:00' };

/** A group of the type with a session on each of the days of the week, and so many patients seated a week before. */
async function program(desk: Desk, monday: string, type: string, days: number[], patients: readonly string[]) {
  const group = await desk.group(8, { name: `The ${type}`, group_type: type });
  await seatedSince(desk, group, patients, plusDays(monday, -7));
  const hours = type === 'php' ? fourHours : threeHours;
  const sessions: string[] = [];
  for (const day of days) sessions.push(await sessionOn(desk, group, plusDays(monday, day), hours));
  return { group, sessions };
}

test('nine hours on three days meet IOP, a missing hour or day does not, and what is booked counts while it can', async () => {
  const desk = await openDesk(database);
  const patients = await desk.patients(3);
  const last = await mondayFrom(desk, -1);
  const next = await mondayFrom(desk, 1);
  const { group, sessions } = await program(desk, last, 'iop', [0, 2, 4], patients);
  for (const session of sessions) await attend(desk, session, patients, ['present', ['late', 179]]);
  await attend(desk, at(sessions, 0), patients.slice(2), ['absent']);
  const figures = {
    program: 'iop',
    week_start: last,
    week_end: plusDays(last, 6),
    minimum_minutes: 540,
    minimum_days: 3,
  };
  const rows = await ofWeek(desk, plusDays(last, 6));
  const row = (index: number) => rows.find((one) => one.patient_id === patients[index]);
  expect(row(0)).toEqual({
    ...{ patient_id: patients[0], first_name: 'Pat', last_name: 'Example 1', mrn: expect.any(String), ...figures },
    ...{ attended_minutes: 540, attended_days: 3, booked_minutes: 0, booked_days: 0, unrecorded_minutes: 0 },
    ...{ status: 'met', joined_in_week: false, group_definition_ids: [group] },
  });
  expect(row(1)).toMatchObject({ status: 'missed', attended_minutes: 537, attended_days: 3 });
  // Nobody took the attendance of two sessions: not attended, but said.
  expect(row(2)).toMatchObject({ status: 'missed', attended_minutes: 0, unrecorded_minutes: 360 });

  for (const day of [1, 2]) await sessionOn(desk, group, plusDays(next, day), threeHours);
  const booked = { booked_minutes: 360, booked_days: 2, attended_minutes: 0 };
  expect((await ofWeek(desk, next)).map(({ status }) => status)).toEqual(['at_risk', 'at_risk', 'at_risk']);
  await sessionOn(desk, group, plusDays(next, 2), { start_time: '13:00', end_time: '16:00' });
  // Nine hours, but on two days.
  expect(await ofWeek(desk, next)).toMatchObject([{ ...booked, booked_minutes: 540, status: 'at_risk' }, {}, {}]);
  const third = await sessionOn(desk, group, plusDays(next, 3), { end_time: '09:30' });
  expect((await ofWeek(desk, next)).map(({ status }) => status)).toEqual(['on_track', 'on_track', 'on_track']);
  await attend(desk, third, patients, ['excused']);
  expect((await ofWeek(desk, next))[0]).toMatchObject({ patient_id: patients[0], status: 'at_risk', booked_days: 2 });
});

test('PHP wants twenty hours on five days, and wins over IOP; support groups do not count', async () => {
  const desk = await openDesk(database);
  const patients = await desk.patients(1);
  const monday = await mondayFrom(desk, 1);
  const php = await program(desk, monday, 'php', [0, 1, 2, 3], patients);
  await program(desk, monday, 'iop', [], patients);
  await program(desk, monday, 'support', [4], patients);
  const row = async () => at(await ofWeek(desk, monday), 0);
  expect(await row()).toMatchObject({
    ...{ program: 'php', minimum_minutes: 1200, minimum_days: 5, booked_minutes: 960, booked_days: 4 },
    ...{ status: 'at_risk', group_definition_ids: [php.group] },
  });
  await program(desk, monday, 'psychoeducation', [4], patients);
  expect(await row()).toMatchObject({ booked_minutes: 1140, booked_days: 5, status: 'at_risk' });
  await sessionOn(desk, php.group, plusDays(monday, 4), fourHours);
  expect(await row()).toMatchObject({ status: 'on_track' });
});

test('who joins in the week is marked, who moves between groups of the program is not, who leaves is not held to it', async () => {
  const desk = await openDesk(database);
  const monday = await mondayFrom(desk, 1);
  const [stays, joins, moves, leaves] = await desk.patients(4);
  if (!stays || !joins || !moves || !leaves) throw new Error('No patients');
  const { group } = await program(desk, monday, 'iop', [0], [stays, moves, leaves]);
  const second = await program(desk, monday, 'iop', [1], []);
  await seatedSince(desk, group, [joins], plusDays(monday, 3));
  await seatedSince(desk, second.group, [moves], plusDays(monday, 2));
  for (const patient of [moves, leaves]) {
    await desk.pool.query(
      "update public.pm_group_enrollments set status = 'disenrolled' where patient_id = $1 and group_definition_id = $2",
      [patient, group],
    );
    await desk.pool.query(
      `update public.pm_group_enrollments set disenrolled_at = ($3::date + 1 + time '15:00') at time zone 'America/New_York'
       where patient_id = $1 and group_definition_id = $2`,
      [patient, group, monday],
    );
  }
  const rows = await ofWeek(desk, monday);
  const joined = new Map(rows.map((row) => [row.patient_id, row.joined_in_week]));
  expect(joined).toEqual(
    new Map([
      [stays, false],
      [joins, true],
      [moves, false],
    ]),
  );
});

test('a group that has not started, has ended or is paused holds nobody to a minimum', async () => {
  const desk = await openDesk(database);
  const patients = await desk.patients(1);
  const monday = await mondayFrom(desk, 1);
  const { group } = await program(desk, monday, 'iop', [], patients);
  const change = (columns: string, ...values: unknown[]) =>
    desk.pool.query(`update public.pm_group_definitions set ${columns} where id = $1`, [group, ...values]);
  expect(await ofWeek(desk, monday)).toHaveLength(1);
  await change('start_date = $2', plusDays(monday, 7));
  expect(await ofWeek(desk, monday)).toEqual([]);
  await change('start_date = $2, end_date = $3', plusDays(monday, -20), plusDays(monday, -1));
  expect(await ofWeek(desk, monday)).toEqual([]);
  await change("start_date = null, end_date = null, status = 'inactive'");
  expect(await ofWeek(desk, monday)).toEqual([]);
});

test('the week is that of the clinic’s calendar, Monday to Sunday, by default this one', async () => {
  const desk = await openDesk(database, 'Pacific/Kiritimati');
  const monday = await mondayFrom(desk, 0);
  await program(desk, monday, 'iop', [], await desk.patients(1));
  for (const week_of of [null, monday, plusDays(monday, 6), await dayFrom(desk, 0)]) {
    expect(await ofWeek(desk, week_of), String(week_of)).toMatchObject([
      { week_start: monday, week_end: plusDays(monday, 6) },
    ]);
  }
});

test('the make-up finder offers what fits, says what mends, and a drop-in booked there does', async () => {
  const desk = await openDesk(database);
  const people = desk.clinic.people;
  const [patient, another] = await desk.patients(2);
  if (!patient || !another) throw new Error('No patients');
  const monday = await mondayFrom(desk, 1);
  await program(desk, monday, 'iop', [0, 1], [patient]);
  const skills = await desk.group(1, { name: 'Skills', group_type: 'skills_training', location: 'Room 1' });
  const support = await desk.group(5, { name: 'Circle', group_type: 'support' });
  const clash = await sessionOn(desk, skills, monday, { start_time: '11:00', end_time: '12:00' });
  const sameDay = await sessionOn(desk, skills, monday, { start_time: '12:00', end_time: '15:00' });
  const mending = await sessionOn(desk, skills, plusDays(monday, 3), threeHours);
  await sessionOn(desk, support, plusDays(monday, 4), threeHours);
  await sessionOn(desk, skills, plusDays(monday, 4), { ...threeHours, status: 'cancelled', cancellation_reason: 'x' });
  await sessionOn(desk, skills, plusDays(monday, 5), { ...threeHours, approval_status: 'pending' });
  await sessionOn(desk, skills, plusDays(monday, 7), threeHours);
  const offer = {
    ...{ group_definition_id: skills, group_name: 'Skills', location: 'Room 1', minutes: 180, seats_free: 1 },
  };
  expect(await offered(desk, patient, monday)).toEqual([
    {
      ...{ ...offer, session_id: mending, session_date: plusDays(monday, 3), adds_day: true, mends: true },
      ...{ start_time: '09:00:00', end_time: '12:00:00' },
    },
    {
      ...{ ...offer, session_id: sameDay, session_date: monday, adds_day: false, mends: false },
      ...{ start_time: '12:00:00', end_time: '15:00:00' },
    },
  ]);
  expect((await offered(desk, patient, monday)).map((one) => one.session_id)).not.toContain(clash);
  // Somebody of no program is offered seats too, but there is no minimum to mend.
  expect((await offered(desk, another, monday)).map((one) => one.mends)).toEqual(Array(5).fill(false));

  await desk.ask('pm_book_drop_in', { session_id: mending, patient_id: patient }, people.front_desk);
  expect(at(await ofWeek(desk, monday), 0)).toMatchObject({ status: 'on_track', booked_minutes: 540, booked_days: 3 });
  expect((await offered(desk, another, monday)).map((one) => one.session_id)).not.toContain(mending);
  await desk.ask('pm_cancel_drop_in', { session_id: mending, patient_id: patient }, people.front_desk);
  expect(at(await ofWeek(desk, monday), 0)).toMatchObject({ status: 'at_risk' });
});

test('compliance and make-up are for those who see attendance or reports, names for those who see patients', async () => {
  const desk = await openDesk(database);
  const monday = await mondayFrom(desk, 1);
  const [patient] = await desk.patients(1);
  if (!patient) throw new Error('No patient');
  await program(desk, monday, 'iop', [0], [patient]);
  const person = async (key: string, permissions: string[]) =>
    addMember(desk.pool, desk.clinic.id, await addRole(desk.pool, desk.clinic.id, key, permissions));
  for (const permission of ['pm.reports.view', 'pm.group_attendance.view']) {
    const by = await person(permission.replaceAll('.', '_'), [permission]);
    expect(await ofWeek(desk, monday, by)).toMatchObject([{ patient_id: patient, last_name: null, mrn: null }]);
    expect(await offered(desk, patient, monday, by)).toEqual([]);
  }
  const nobody = await person('nobody', ['pm.patients.view']);
  const stranger = (await openDesk(database)).clinic.people.org_admin;
  const codes = async (by: string) => [
    (await desk.refused('pm_program_compliance', { organization_id: desk.clinic.id }, by)).code,
    (await desk.refused('pm_make_up_sessions', { patient_id: patient }, by)).code,
  ];
  expect(await codes(nobody)).toEqual(['PERMISSION_DENIED', 'PERMISSION_DENIED']);
  expect(await codes(stranger)).toEqual(['PERMISSION_DENIED', 'PATIENT_NOT_FOUND']);
  const refused = await desk.refused('pm_program_compliance', {
    organization_id: desk.clinic.id,
    week_of: '1989-12-01',
  });
  expect(refused.code).toBe('INVALID_INPUT');
});
