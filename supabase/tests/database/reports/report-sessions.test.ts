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

interface Bucket {
  bucket: string;
  label: string;
  [figure: string]: unknown;
}
const zero = {
  ...{ sessions: 0, cancelled: 0, seats: 0, expected: 0, attended: 0, late: 0, left_early: 0, excused: 0, absent: 0 },
  ...{ unrecorded: 0, session_minutes: 0, attended_minutes: 0 },
};

/** Two weeks ago: a group of six with five patients, a held session with every kind of attendance, and one cancelled. */
async function clinicWithSessions() {
  const desk = await openDesk(database);
  const people = desk.clinic.people;
  const monday = await mondayFrom(desk, -2);
  const leaders = { facilitator_id: people.facilitator, co_facilitator_id: people.org_admin };
  const group = await desk.group(6, { name: 'Morning IOP', group_type: 'iop', ...leaders });
  const other = await desk.group(10, { name: 'Circle', group_type: 'support' });
  const patients = await desk.patients(7);
  await seatedSince(desk, group, patients.slice(0, 5), plusDays(monday, -7));
  const held = await sessionOn(desk, group, monday, { end_time: '11:00', status: 'completed' });
  await attend(desk, held, patients, ['present', ['late', 90], ['left_early', 30], 'excused']);
  // A drop-in who came, a drop-in of whom nothing is known, and a guest, who is nobody's patient.
  await desk.pool.query(
    `insert into public.pm_session_participants (organization_id, session_id, patient_id, guest_name, is_drop_in, attendance_status)
     values ($1, $2, $3, null, true, 'present'), ($1, $2, $4, null, true, null), ($1, $2, null, 'A Guest', false, 'present')`,
    [desk.clinic.id, held, at(patients, 5), at(patients, 6)],
  );
  await sessionOn(desk, group, plusDays(monday, 2), { status: 'cancelled', cancellation_reason: 'Snow' });
  await sessionOn(desk, group, plusDays(monday, 3), { approval_status: 'pending' });
  await sessionOn(desk, other, plusDays(monday, 1), { facilitator_id: null, location: 'Attic' });
  const report = (values: Record<string, unknown> = {}, by?: string) =>
    desk.list<Bucket>(
      'pm_report_sessions',
      { organization_id: desk.clinic.id, from_date: monday, to_date: plusDays(monday, 13), ...values },
      by,
    );
  return { desk, monday, group, other, patients, held, report };
}
const iopFigures = {
  ...{ sessions: 1, cancelled: 1, seats: 6, expected: 7, attended: 4, late: 1, left_early: 1, excused: 1, absent: 0 },
  ...{ unrecorded: 2, session_minutes: 120, attended_minutes: 120 + 90 + 30 + 120 },
};
const circleFigures = { ...zero, sessions: 1, seats: 10, session_minutes: 60 };

test('by week: everything is counted once, and a week without a session is there too', async () => {
  const { monday, report } = await clinicWithSessions();
  const both = { ...iopFigures, sessions: 2, seats: 16, session_minutes: 180 };
  expect(await report()).toEqual([
    { bucket: monday, label: monday, ...both },
    { bucket: plusDays(monday, 7), label: plusDays(monday, 7), ...zero },
  ]);
});

test('by group, type and facilitator: a session counts for both who lead it, and one led by nobody is kept', async () => {
  const { desk, group, other, report } = await clinicWithSessions();
  const { facilitator, org_admin } = desk.clinic.people;
  expect(await report({ by: 'group' })).toEqual([
    { bucket: other, label: 'Circle', ...circleFigures },
    { bucket: group, label: 'Morning IOP', ...iopFigures },
  ]);
  expect(await report({ by: 'type' })).toEqual([
    { bucket: 'iop', label: 'iop', ...iopFigures },
    { bucket: 'support', label: 'support', ...circleFigures },
  ]);
  expect(await report({ by: 'facilitator' })).toEqual([
    { bucket: 'none', label: 'No facilitator', ...circleFigures },
    { bucket: facilitator, label: 'The facilitator', ...iopFigures },
    { bucket: org_admin, label: 'The org_admin', ...iopFigures },
  ]);
});

test('filters: group, type, facilitator, and days, the first and the last included', async () => {
  const { desk, monday, group, report } = await clinicWithSessions();
  const facilitator_id = desk.clinic.people.org_admin;
  for (const filter of [{ group_definition_id: group }, { group_type: 'iop' }, { facilitator_id }]) {
    expect((await report(filter))[0], JSON.stringify(filter)).toMatchObject(iopFigures);
  }
  expect((await report({ by: 'facilitator', facilitator_id })).map((row) => row.bucket)).toEqual([facilitator_id]);
  expect(await report({ to_date: monday, by: 'type' })).toMatchObject([{ bucket: 'iop', sessions: 1, cancelled: 0 }]);
  expect(await report({ from_date: plusDays(monday, 1), by: 'type' })).toMatchObject([
    { bucket: 'iop', sessions: 0, cancelled: 1, seats: 0, expected: 0 },
    { bucket: 'support', sessions: 1 },
  ]);
});

test('a session to come is no session yet; one that was started early is', async () => {
  const { desk, group, report } = await clinicWithSessions();
  const tomorrow = await dayFrom(desk, 1);
  const range = { from_date: tomorrow, to_date: tomorrow, by: 'group' };
  const session = await sessionOn(desk, group, tomorrow);
  expect(await report(range)).toMatchObject([{ ...zero, bucket: group }]);
  await desk.pool.query("update public.pm_group_schedule set status = 'active' where id = $1", [session]);
  expect(await report(range)).toMatchObject([{ sessions: 1, expected: 5, unrecorded: 5 }]);
});

test('a session over the hour that clocks skip is an hour shorter than it looks', async () => {
  const desk = await openDesk(database, 'America/New_York');
  const group = await desk.group(3);
  await sessionOn(desk, group, '2026-03-08', { start_time: '01:00', end_time: '04:00' });
  const range = { from_date: '2026-03-08', to_date: '2026-03-08' };
  const rows = await desk.list<Bucket>('pm_report_sessions', { organization_id: desk.clinic.id, ...range });
  expect(rows).toMatchObject([{ bucket: '2026-03-02', session_minutes: 120 }]);
});

test('cancellations by reason, however it is written, the most frequent first', async () => {
  const { desk, monday, group } = await clinicWithSessions();
  for (const cancellation_reason of ['Holiday', 'snow', 'Snow']) {
    await sessionOn(desk, group, plusDays(monday, 5), { status: 'cancelled', cancellation_reason });
  }
  await sessionOn(desk, group, plusDays(monday, 4), {
    ...{ status: 'cancelled', approval_status: 'rejected', cancellation_reason: 'Not needed' },
  });
  const values = { organization_id: desk.clinic.id, from_date: monday, to_date: plusDays(monday, 6) };
  expect(await desk.list('pm_report_cancellations', values)).toEqual([
    { reason: 'Snow', sessions: 3 },
    { reason: 'Holiday', sessions: 1 },
  ]);
  expect(await desk.list('pm_report_cancellations', { ...values, group_type: 'support' })).toEqual([]);
});

test.each(['pm_report_sessions', 'pm_report_waitlist', 'pm_report_cancellations', 'pm_report_no_shows'])(
  '%s is for those who may see reports, of their own organization, and for at most 400 days',
  async (name) => {
    const desk = await openDesk(database);
    const stranger = (await openDesk(database)).clinic.people.org_admin;
    const values = { organization_id: desk.clinic.id, from_date: '2026-01-01', to_date: '2027-02-04' };
    const code = async (changed: Record<string, unknown> = {}, by?: string) =>
      (await desk.refused(name, { ...values, ...changed }, by)).code;
    expect(Array.isArray(await desk.list(name, values))).toBe(true);
    expect(await code({ to_date: '2027-02-05' })).toBe('INVALID_INPUT');
    expect(await code({ to_date: '2025-12-31' })).toBe('INVALID_INPUT');
    expect(await code({ to_date: null })).toBe('INVALID_INPUT');
    expect(await code({}, desk.clinic.people.staff)).toBe('PERMISSION_DENIED');
    expect(await code({}, desk.clinic.people.facilitator)).toBe('PERMISSION_DENIED');
    expect(await code({}, stranger)).toBe('PERMISSION_DENIED');
  },
);

test('an unknown way of adding up is refused', async () => {
  const { desk, report } = await clinicWithSessions();
  const values = { organization_id: desk.clinic.id, from_date: '2026-01-01', to_date: '2026-01-02' };
  expect((await desk.refused('pm_report_sessions', { ...values, by: 'moon' })).code).toBe('INVALID_INPUT');
  expect((await desk.refused('pm_report_sessions', { ...values, by: null })).code).toBe('INVALID_INPUT');
  expect(await report({ by: 'week' })).toHaveLength(2);
});

test('no-shows: who was absent without excuse, how often, and how many times in a row', async () => {
  const { desk, monday, group, patients, held } = await clinicWithSessions();
  const [first, second] = [at(patients, 0), at(patients, 1)];
  await attend(desk, held, [first, second], ['absent', 'absent']);
  for (const [day, statuses] of [
    [7, ['present', 'absent']],
    [8, ['absent', 'excused']],
    [9, ['absent', 'absent']],
  ] as const) {
    await attend(desk, await sessionOn(desk, group, plusDays(monday, day)), [first, second], statuses);
  }
  const values = { organization_id: desk.clinic.id, from_date: monday, to_date: plusDays(monday, 13) };
  const name = (number: number) => ({ first_name: 'Pat', last_name: `Example ${number}`, mrn: expect.any(String) });
  expect(await desk.list('pm_report_no_shows', values)).toEqual([
    { patient_id: second, ...name(2), expected: 4, absent: 3, excused: 1, attended: 0, missed_in_a_row: 3 },
    { patient_id: first, ...name(1), expected: 4, absent: 3, excused: 0, attended: 1, missed_in_a_row: 2 },
  ]);
  const role = await addRole(desk.pool, desk.clinic.id, 'counter', ['pm.reports.view']);
  const counter = await addMember(desk.pool, desk.clinic.id, role);
  expect(await desk.list<Bucket>('pm_report_no_shows', values, counter)).toMatchObject([
    { first_name: null, last_name: null, mrn: null },
    { first_name: null, last_name: null, mrn: null },
  ]);
  await desk.ask('pm_delete_patient', { patient_id: first });
  expect(await desk.list<Bucket>('pm_report_no_shows', values)).toMatchObject([{ patient_id: second }]);
});

const statisticsOf = (desk: Desk, group: string, by?: string) =>
  desk.ask<Record<string, unknown>>('pm_group_session_statistics', { group_definition_id: group }, by);

test('a group’s sessions in figures; attendance only for those who may see it', async () => {
  const { desk, monday, group, patients } = await clinicWithSessions();
  const second = await sessionOn(desk, group, plusDays(monday, 7), { status: 'completed' });
  await attend(desk, second, patients, ['present', 'absent', 'absent', 'absent', 'absent']);
  await sessionOn(desk, group, await dayFrom(desk, 3));
  await sessionOn(desk, group, await dayFrom(desk, 2), { status: 'active' });
  const counts = { held: 2, cancelled: 1, upcoming: 1, active: 1, average_minutes: 90 };
  // Four of the five recorded at the first, one of five at the second.
  expect(await statisticsOf(desk, group)).toEqual({ ...counts, average_attended: 2.5, attendance_rate: 0.5 });
  expect(await statisticsOf(desk, group, desk.clinic.people.staff)).toEqual({
    ...counts,
    ...{ average_attended: null, attendance_rate: null },
  });
  const stranger = (await openDesk(database)).clinic.people.org_admin;
  const refused = await desk.refused('pm_group_session_statistics', { group_definition_id: group }, stranger);
  expect(refused.code).toBe('GROUP_NOT_FOUND');
});

test('a group that never met has figures of nothing', async () => {
  const desk = await openDesk(database);
  expect(await statisticsOf(desk, await desk.group(3))).toEqual({
    ...{ held: 0, cancelled: 0, upcoming: 0, active: 0 },
    ...{ average_minutes: null, average_attended: null, attendance_rate: null },
  });
});
