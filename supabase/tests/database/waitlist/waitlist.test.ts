import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';

interface Waiting {
  enrollment_id: string;
  patient_id: string;
  place: number;
  waiting_since: string;
  is_held: boolean;
  held_since: string | null;
  held_until: string | null;
  hold_reason: string | null;
  reason: string;
  ahead: number;
  passed_over: {
    patient_id: string;
    enrollment_id: string;
    performed_by: string;
    why: string;
    reason: string | null;
  }[];
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const waitlist = (desk: Desk, group: string, by = desk.clinic.people.staff) =>
  desk.list<Waiting>('pm_waitlist', { group_definition_id: group }, by);
const reasons = async (desk: Desk, group: string) =>
  (await waitlist(desk, group)).map((each) => [each.reason, each.ahead]);
/** As the database's owner, without promotions: states that only come about over time. */
const set = async (desk: Desk, group: string, columns: string) => {
  await desk.pool.query('alter table public.pm_group_definitions disable trigger _850_promote');
  await desk.pool.query(`update public.pm_group_definitions set ${columns} where id = $1`, [group]);
  await desk.pool.query('alter table public.pm_group_definitions enable trigger _850_promote');
};

async function fullGroup(seats: number, waiting: number) {
  const desk = await openDesk(database);
  const group = await desk.group(seats);
  const patients = await desk.patients(seats + waiting);
  return { desk, group, patients, enrollments: await desk.enroll(group, patients) };
}

test('everybody who waits, in order of place, with the reason why there is no seat', async () => {
  const { desk, group, patients, enrollments } = await fullGroup(2, 3);
  const rows = await waitlist(desk, group);
  expect(rows.map((row) => [row.place, row.patient_id, row.enrollment_id])).toEqual(
    [2, 3, 4].map((index) => [index - 1, patients[index], enrollments[index]]),
  );
  const seats = await desk.seats(group);
  expect(rows.map((row) => row.waiting_since)).toEqual(
    seats.slice(2).map((seat) => Reflect.get(seat, 'waitlisted_at')),
  );
  expect(await reasons(desk, group)).toEqual([
    ['full', 0],
    ['behind', 1],
    ['behind', 2],
  ]);
  expect(rows[0]).toMatchObject({ is_held: false, held_since: null, held_until: null, passed_over: [] });
});

test('who is held is held, and those behind do not count them', async () => {
  const { desk, group, enrollments } = await fullGroup(1, 3);
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: enrollments[1], reason: 'On vacation' });
  expect(await reasons(desk, group)).toEqual([
    ['held', 0],
    ['full', 0],
    ['behind', 1],
  ]);
  const [first] = await waitlist(desk, group);
  expect(first).toMatchObject({ is_held: true, held_since: expect.any(String), hold_reason: 'On vacation' });
  // A hold whose day has come is none any more, though nobody has released it.
  await desk.pool.query(
    'update public.pm_group_enrollments set waitlist_held_until = private.organization_today(organization_id) where id = $1',
    [enrollments[1]],
  );
  expect(await reasons(desk, group)).toEqual([
    ['full', 0],
    ['behind', 1],
    ['behind', 2],
  ]);
});

test('an inactive group, one over its capacity, and one with a free seat say so', async () => {
  const { desk, group, enrollments } = await fullGroup(2, 2);
  await set(desk, group, "status = 'inactive'");
  expect((await reasons(desk, group)).map(([reason]) => reason)).toEqual(['group_not_active', 'group_not_active']);
  await set(desk, group, "status = 'active', max_capacity = 1");
  expect((await reasons(desk, group)).map(([reason]) => reason)).toEqual(['over_capacity', 'over_capacity']);
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: enrollments[3] });
  await set(desk, group, 'max_capacity = 3');
  expect((await reasons(desk, group)).map(([reason]) => reason)).toEqual(['seat_free', 'held']);
});

test('who was passed over reads by whom, for whom and why, latest first', async () => {
  const { desk, group, patients, enrollments } = await fullGroup(1, 3);
  const [, first, second, third] = enrollments;
  const { front_desk, org_admin } = desk.clinic.people;
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: first, reason: 'On vacation' });
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[0] }, front_desk);
  await desk.ask('pm_release_from_hold', { enrollment_id: first });
  await set(desk, group, 'max_capacity = 2');
  await desk.ask('pm_promote_enrollment', { enrollment_id: third, reason: 'Court order' });
  const newcomer = at(await desk.patients(1), 0);
  await set(desk, group, 'max_capacity = 3');
  const [entered] = await desk.enroll(group, [newcomer]);
  const rows = await waitlist(desk, group);
  expect(rows).toHaveLength(1);
  expect(at(rows, 0)).toMatchObject({
    enrollment_id: first,
    passed_over: [
      { patient_id: newcomer, enrollment_id: entered, performed_by: org_admin, why: 'entered', reason: null },
      {
        ...{ patient_id: patients[3], enrollment_id: third, performed_by: org_admin },
        ...{ why: 'by_hand', reason: 'Court order' },
      },
      { patient_id: patients[2], enrollment_id: second, performed_by: front_desk, why: 'held', reason: null },
    ],
  });
});

test('whoever was not passed over has nothing to read: promotions in turn, and those before one waited', async () => {
  const { desk, group, enrollments } = await fullGroup(1, 3);
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[0] });
  await desk.ask('pm_move_on_waitlist', { enrollment_id: enrollments[3], rank: 1 });
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[1] });
  await desk.enroll(group, await desk.patients(1));
  for (const row of await waitlist(desk, group)) expect(row.passed_over).toEqual([]);
});

test('the waitlist takes the permission to view enrollments; others’ groups are not found', async () => {
  const { desk, group } = await fullGroup(1, 1);
  const stranger = await openDesk(database);
  for (const name of ['pm_waitlist', 'pm_seat_outlook', 'pm_waiting_in_like_groups']) {
    for (const id of [group, crypto.randomUUID(), null]) {
      const values = { group_definition_id: id };
      const refusal = await desk.refused(name, values, stranger.clinic.people.org_admin);
      expect([refusal.code, refusal.detail], name).toEqual([
        ...['GROUP_NOT_FOUND', 'There is no such group in your organizations.'],
      ]);
    }
    await desk.pool.query(
      "delete from public.pf_role_permissions where organization_id = $1 and permission_key = 'pm.group_enrollments.view' and role_id = $2",
      [desk.clinic.id, desk.clinic.roles.staff],
    );
    const refusal = await desk.refused(name, { group_definition_id: group }, desk.clinic.people.staff);
    expect(refusal.code).toBe('PERMISSION_DENIED');
  }
});
