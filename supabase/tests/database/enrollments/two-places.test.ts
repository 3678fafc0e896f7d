import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';

interface Clash {
  patient_id: string;
  other_group_definition_id: string;
  other_group_name: string;
  session_id: string;
  other_session_id: string;
  session_date: string;
  start_time: string;
  other_start_time: string;
  conflict_count: number;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Two groups; a patient has a seat in the other one. */
async function deskWithTwoGroups() {
  const desk = await openDesk(database);
  const [group, other] = [await desk.group(5, { name: 'Here' }), await desk.group(1, { name: 'Elsewhere' })];
  const [patient, waiting] = await desk.patients(2);
  if (!patient || !waiting) throw new Error('No patients');
  await desk.enroll(other, [patient, waiting]);
  const session = (of: string, session_date: string, start_time: string, end_time: string, columns = {}) =>
    createSession(desk.pool, desk.clinic.id, of, { session_date, start_time, end_time, ...columns });
  const clashes = (further = {}, patient_ids: unknown[] = [patient, waiting], by = desk.clinic.people.front_desk) =>
    desk.list<Clash>('pm_enrollment_conflicts', { group_definition_id: group, patient_ids, ...further }, by);
  return { desk, group, other, patient, waiting, session, clashes };
}
const startOn = (desk: Desk, group: string, day: string) =>
  desk.pool.query('update public.pm_group_enrollments set starts_on = $2 where group_definition_id = $1', [group, day]);

test('the first clash is named, with how many there are, a row for each other group', async () => {
  const { desk, group, other, patient, session, clashes } = await deskWithTwoGroups();
  const third = await desk.group(5, { name: 'A third' });
  await desk.enroll(third, [patient]);
  const here = [];
  for (const day of ['2031-03-03', '2031-03-10', '2031-03-17']) here.push(await session(group, day, '09:00', '10:30'));
  await session(other, '2031-03-17', '10:00', '11:00');
  const clashing = await session(other, '2031-03-10', '08:00', '09:01');
  await session(third, '2031-03-03', '09:15', '09:45');
  expect(await clashes()).toMatchObject([
    { patient_id: patient, other_group_name: 'A third', session_id: here[0], conflict_count: 1 },
    {
      ...{ patient_id: patient, other_group_definition_id: other, other_group_name: 'Elsewhere', session_id: here[1] },
      ...{ other_session_id: clashing, session_date: '2031-03-10', start_time: '09:00:00', conflict_count: 2 },
      other_start_time: '08:00:00',
    },
  ]);
});

test('sessions that only touch do not clash', async () => {
  const { group, other, session, clashes } = await deskWithTwoGroups();
  await session(group, '2031-03-03', '09:00', '10:00');
  await session(other, '2031-03-03', '08:00', '09:00');
  await session(other, '2031-03-03', '10:00', '11:00');
  expect(await clashes()).toEqual([]);
});

test('cancelled sessions on either side, and those that are over, do not clash', async () => {
  const { group, other, session, clashes } = await deskWithTwoGroups();
  const cancelled = { status: 'cancelled', cancellation_reason: 'Snow' };
  await session(group, '2031-03-03', '09:00', '10:00', cancelled);
  await session(other, '2031-03-03', '09:00', '10:00');
  await session(group, '2031-03-10', '09:00', '10:00');
  await session(other, '2031-03-10', '09:00', '10:00', cancelled);
  await session(group, '2025-03-03', '09:00', '10:00');
  await session(other, '2025-03-03', '09:00', '10:00');
  expect(await clashes({ starts_on: '2025-01-01' })).toEqual([]);
});

test('days count from which the patient is in either group', async () => {
  const { desk, group, other, session, clashes } = await deskWithTwoGroups();
  for (const day of ['2031-03-03', '2031-03-10', '2031-03-17']) {
    await session(group, day, '09:00', '10:00');
    await session(other, day, '09:00', '10:00');
  }
  const days = async (starts_on: string | null) => (await clashes({ starts_on })).map((each) => each.session_date);
  expect(await days(null)).toEqual(['2031-03-03']);
  expect(await days('2031-03-04')).toEqual(['2031-03-10']);
  await startOn(desk, other, '2031-03-11');
  expect(await days(null)).toEqual(['2031-03-17']);
  expect(await days('2031-03-18')).toEqual([]);
});

test('waiting elsewhere is not being there, nor having left, nor the group itself, nor a deleted group', async () => {
  const { desk, group, other, patient, waiting, session, clashes } = await deskWithTwoGroups();
  await session(group, '2031-03-03', '09:00', '10:00');
  await session(other, '2031-03-03', '09:00', '10:00');
  expect((await clashes()).map((each) => each.patient_id)).toEqual([patient]);
  await desk.enroll(group, [waiting]);
  expect((await clashes()).map((each) => each.patient_id)).toEqual([patient]);
  const [seat] = await desk.seats(other);
  await desk.ask('pm_disenroll_patient', { enrollment_id: seat?.id });
  expect((await clashes()).map((each) => each.patient_id)).toEqual([waiting]);
  await desk.ask('pm_delete_group_definition', { group_definition_id: other });
  expect(await clashes()).toEqual([]);
});

test('a warning is no refusal', async () => {
  const { desk, group, other, patient, session, clashes } = await deskWithTwoGroups();
  await session(group, '2031-03-03', '09:00', '10:00');
  await session(other, '2031-03-03', '09:00', '10:00');
  expect(await clashes()).toHaveLength(1);
  await desk.enroll(group, [patient]);
  expect((await desk.line(group)).seated).toEqual([patient]);
});

test('it takes both permissions, 1 to 100 patients, and a group of one’s own organization', async () => {
  const { desk, group, patient, clashes } = await deskWithTwoGroups();
  const stranger = await openDesk(database);
  const code = async (values: Record<string, unknown>, by?: string) =>
    (
      await desk.refused(
        'pm_enrollment_conflicts',
        { group_definition_id: group, patient_ids: [patient], ...values },
        by,
      )
    ).code;
  for (const missing of ['pm.group_enrollments.view', 'pm.group_schedule.view']) {
    const keys = ['pm.group_enrollments.view', 'pm.group_schedule.view'].filter((key) => key !== missing);
    const role = await addRole(desk.pool, desk.clinic.id, missing.replaceAll('.', '_'), keys);
    expect(await code({}, await addMember(desk.pool, desk.clinic.id, role))).toBe('PERMISSION_DENIED');
  }
  expect(await code({}, stranger.clinic.people.org_admin)).toBe('GROUP_NOT_FOUND');
  expect(await code({ group_definition_id: crypto.randomUUID() }, stranger.clinic.people.org_admin)).toBe(
    'GROUP_NOT_FOUND',
  );
  expect(await code({ patient_ids: [] })).toBe('INVALID_INPUT');
  expect(await code({ patient_ids: null })).toBe('INVALID_INPUT');
  expect(await code({ patient_ids: Array(101).fill(patient) })).toBe('INVALID_INPUT');
  expect(await clashes({}, [at(await stranger.patients(1), 0), crypto.randomUUID()])).toEqual([]);
});
