import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { openRoom, type Participant, seatedGroup, sessionIn, startNow } from './room.ts';

interface Line {
  patient_id: string | null;
  enrollment_id: string | null;
  attendance_status: string | null;
  is_drop_in: boolean;
  last_name: string | null;
  mrn: string | null;
  missed_in_a_row: number;
}

let database: TestDatabase;
let desk: Desk;
let facilitator: string;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
  facilitator = desk.clinic.people.facilitator;
});
afterAll(() => database.close());

const record = (session_id: string, entries: object[], more: object = {}) =>
  desk.list<Participant>('pm_record_attendance', { session_id, entries, ...more }, facilitator);
const refusal = async (session_id: string, entries: unknown, more: object = {}, by = facilitator) =>
  (await desk.refused('pm_record_attendance', { session_id, entries, ...more }, by)).code;
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

test('everybody on the roster is on the list before anybody is recorded, and recording keeps who and when', async () => {
  const { group, patients } = await seatedGroup(desk, 2);
  const { id } = await startNow(desk, group);
  const before = await desk.list<Line>('pm_session_attendance', { session_id: id }, facilitator);
  expect(before.map((line) => line.patient_id).sort()).toEqual([...patients].sort());
  expect(before.every((line) => line.attendance_status === null && line.enrollment_id !== null)).toBe(true);
  const [first] = await record(id, [{ patient_id: patients[0], status: 'late', minutes: 30 }]);
  expect(first).toMatchObject({ attendance_status: 'late', minutes: 30, recorded_by: facilitator });
});

test('recording needs pm.group_attendance.edit, looking pm.group_attendance.view; another tenant’s session is none', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const { id } = await startNow(desk, group);
  const entries = [{ patient_id: patients[0], status: 'present' }];
  for (const by of [desk.clinic.people.front_desk, desk.clinic.people.staff]) {
    expect(await refusal(id, entries, {}, by)).toBe('PERMISSION_DENIED');
    expect((await desk.refused('pm_session_attendance', { session_id: id }, by)).code).toBe('PERMISSION_DENIED');
  }
  const elsewhere = (await openRoom(database)).clinic.people.org_admin;
  expect(await refusal(id, entries, {}, elsewhere)).toBe('SESSION_NOT_FOUND');
});

test.each<[string, unknown]>([
  ['no list', { patient_id: 'x' }],
  ['nobody', []],
  [
    'too many',
    Array.from({ length: 201 }, () => ({ patient_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', status: 'present' })),
  ],
  ['no object', ['present']],
  ['an unknown key', [{ patient_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', status: 'present', note: 'x' }]],
  ['an unknown status', [{ patient_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', status: 'asleep' }]],
  ['no id', [{ status: 'present' }]],
  ['an id that is none', [{ patient_id: 'nobody', status: 'present' }]],
  [
    'a time that is none',
    [{ patient_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', status: 'present', recorded_at: 'soon' }],
  ],
  ['minutes of the absent', [{ patient_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', status: 'absent', minutes: 5 }]],
  ['too many minutes', [{ patient_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', status: 'present', minutes: 721 }]],
])('%s is INVALID_INPUT', async (_what, entries) => {
  const { group } = await seatedGroup(desk, 0);
  const { id } = await startNow(desk, group);
  expect(await refusal(id, entries)).toBe('INVALID_INPUT');
});

test('who does not belong to the session is not recorded, and neither is anybody named with them', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const [stranger] = await desk.patients(1);
  const { id } = await startNow(desk, group);
  const entries = [
    { patient_id: patients[0], status: 'present' },
    { patient_id: stranger, status: 'present' },
  ];
  expect(await refusal(id, entries)).toBe('PATIENT_NOT_FOUND');
  const lines = await desk.list<Line>('pm_session_attendance', { session_id: id }, facilitator);
  expect(lines.map((line) => line.attendance_status)).toEqual([null]);
});

test('before a session somebody can only be excused; from half an hour ahead all is recorded; of a cancelled one nothing', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const patient_id = patients[0];
  const early = await sessionIn(desk, group, 40);
  for (const status of ['present', 'late', 'left_early', 'absent']) {
    expect(await refusal(early, [{ patient_id, status }]), status).toBe('ATTENDANCE_TOO_EARLY');
  }
  expect(await record(early, [{ patient_id, status: 'excused' }])).toMatchObject([{ attendance_status: 'excused' }]);
  expect(await record(early, [{ patient_id, status: null }])).toMatchObject([{ attendance_status: null }]);
  const soon = await sessionIn(desk, group, 20);
  expect(await record(soon, [{ patient_id, status: 'present' }])).toMatchObject([{ attendance_status: 'present' }]);
  await desk.ask('pm_cancel_session', { session_id: soon, reason: 'Snow' });
  expect(await refusal(soon, [{ patient_id, status: 'absent' }])).toBe('INVALID_TRANSITION');
});

test('after completion: the first word is free, a change has a reason, and a tap from before needs none within a day', async () => {
  const { group, patients } = await seatedGroup(desk, 2);
  const [first, second] = [at(patients, 0), at(patients, 1)];
  const { id } = await startNow(desk, group);
  await record(id, [{ patient_id: first, status: 'present', recorded_at: ago(60) }]);
  await desk.ask('pm_complete_session', { session_id: id }, facilitator);
  await record(id, [{ patient_id: second, status: 'absent' }]);
  expect(await refusal(id, [{ patient_id: second, status: 'present' }])).toBe('ATTENDANCE_REASON_REQUIRED');
  const [changed] = await record(id, [{ patient_id: second, status: 'present' }], { reason: 'Came by video' });
  expect(changed).toMatchObject({ attendance_status: 'present', attendance_note: 'Came by video' });
  await record(id, [{ patient_id: first, status: 'late', recorded_at: ago(30) }]);
  const log = await desk.log(group, 'attendance_recorded', 'attendance_changed');
  expect(
    log.map(({ action, performed_by, metadata }) => [
      action,
      performed_by,
      metadata.from ?? null,
      metadata.to,
      metadata.reason ?? null,
    ]),
  ).toEqual([
    ['attendance_recorded', facilitator, null, 'present', null],
    ['attendance_recorded', facilitator, null, 'absent', null],
    ['attendance_changed', facilitator, 'absent', 'present', 'Came by video'],
    ['attendance_changed', facilitator, 'present', 'late', null],
  ]);
});

test('a clock that is ahead cannot win for ever: a tap from the future counts as made now', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const patient_id = patients[0];
  const { id } = await startNow(desk, group);
  await record(id, [{ patient_id, status: 'absent', recorded_at: '2099-01-01T00:00:00Z' }]);
  expect(await record(id, [{ patient_id, status: 'present' }])).toMatchObject([{ attendance_status: 'present' }]);
});

test('without pm.patients.view there are no names on the list', async () => {
  const { group } = await seatedGroup(desk, 1);
  const { id } = await startNow(desk, group);
  const { rows } = await desk.pool.query<{ id: string }>(
    "insert into public.pf_roles (organization_id, key, name) values ($1, 'counter', 'Counter') returning id",
    [desk.clinic.id],
  );
  const role = at(rows, 0).id;
  await desk.pool.query(
    "insert into public.pf_role_permissions (organization_id, role_id, permission_key) values ($1, $2, 'pm.group_attendance.view')",
    [desk.clinic.id, role],
  );
  await desk.pool.query('update public.pf_memberships set role_id = $1 where user_id = $2', [
    role,
    desk.clinic.people.staff,
  ]);
  const [line] = await desk.list<Line>('pm_session_attendance', { session_id: id }, desk.clinic.people.staff);
  expect(line).toMatchObject({ last_name: null, mrn: null, patient_id: expect.any(String) });
});
