import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, type Desk, openDesk, type Seat } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { value } from '../../support/rpc.ts';

interface Transferred {
  disenrolled: Seat;
  enrolled: Seat;
  promoted: Seat | null;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Two groups of so many seats, each with so many more patients than seats as told. */
async function deskWithTwoGroups(seats: [number, number], patients: [number, number]) {
  const desk = await openDesk(database);
  const from = await desk.group(seats[0], { name: 'From' });
  const to = await desk.group(seats[1], { name: 'To' });
  const [people, others] = [await desk.patients(patients[0]), await desk.patients(patients[1])];
  const enrollments = await desk.enroll(from, people);
  await desk.enroll(to, others);
  return { desk, from, to, people, others, enrollments };
}
const transfer = (desk: Desk, enrollment: string | undefined, group: string, further = {}, by?: string) =>
  desk.ask<Transferred>(
    'pm_transfer_enrollment',
    { enrollment_id: enrollment, group_definition_id: group, ...further },
    by ?? desk.clinic.people.front_desk,
  );
const refusedTransfer = async (desk: Desk, enrollment: unknown, group: unknown, further = {}, by?: string) =>
  desk.refused('pm_transfer_enrollment', { enrollment_id: enrollment, group_definition_id: group, ...further }, by);

test('a seat for a seat: the old one goes to who waits, both sides say where from and where to', async () => {
  const { desk, from, to, people, enrollments } = await deskWithTwoGroups([1, 2], [2, 1]);
  const answer = await transfer(desk, enrollments[0], to, { reason: ' Closer to home ', starts_on: '2099-01-05' });
  expect(answer).toMatchObject({
    disenrolled: { id: enrollments[0], status: 'disenrolled', disenroll_reason: 'Closer to home' },
    enrolled: {
      patient_id: people[0],
      status: 'enrolled',
      starts_on: '2099-01-05',
      transferred_from_id: enrollments[0],
    },
    promoted: { id: enrollments[1], patient_id: people[1], status: 'enrolled' },
  });
  expect(answer.enrolled.group_definition_id).toBe(to);
  const by = desk.clinic.people.front_desk;
  expect(await desk.log(from, 'patient_disenrolled', 'patient_promoted')).toMatchObject([
    {
      ...{ action: 'patient_disenrolled', patient_id: people[0], performed_by: by },
      metadata: { reason: 'Closer to home', transferred_to_group_id: to },
    },
    { action: 'patient_promoted', patient_id: people[1], metadata: { cause: { rule: 'seat_freed' } } },
  ]);
  expect((await desk.log(to, 'patient_enrolled')).at(-1)).toMatchObject({
    ...{ patient_id: people[0], performed_by: by },
    metadata: { transferred_from_id: enrollments[0], transferred_from_group_id: from, starts_on: '2099-01-05' },
  });
  // Who merely moved up was not transferred.
  expect((await desk.log(from, 'patient_promoted'))[0]?.metadata).not.toHaveProperty('transferred_to_group_id');
});

test('without a reason it says where to; without a day it starts today', async () => {
  const { desk, to, enrollments } = await deskWithTwoGroups([1, 1], [1, 0]);
  const answer = await transfer(desk, enrollments[0], to);
  expect(answer.disenrolled.disenroll_reason).toBe('Transferred to "To"');
  expect(answer.enrolled.starts_on).toBe(
    await value(desk.pool, 'private.organization_today($1)::text', [desk.clinic.id]),
  );
  expect(answer.promoted).toBeNull();
});

test('a place on the waitlist can be transferred, held back or not, and frees no seat', async () => {
  const { desk, from, to, people, enrollments } = await deskWithTwoGroups([1, 1], [3, 0]);
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: enrollments[1] });
  const answer = await transfer(desk, enrollments[1], to);
  expect(answer).toMatchObject({
    disenrolled: { status: 'disenrolled' },
    enrolled: { status: 'enrolled' },
    promoted: null,
  });
  expect(await desk.line(from)).toEqual({ seated: [people[0]], waiting: [people[2]] });
  expect(await desk.line(to)).toEqual({ seated: [people[1]], waiting: [] });
});

test('into a full group: reject changes nothing, waitlist gives the seat up for a place', async () => {
  const { desk, from, to, people, others, enrollments } = await deskWithTwoGroups([1, 1], [2, 2]);
  const before = [await desk.seats(from), await desk.seats(to), await countRows(desk.pool)];
  for (const further of [{}, { on_full: 'reject' }]) {
    const refusal = await refusedTransfer(desk, enrollments[0], to, further);
    expect(refusal).toMatchObject({
      ...{ code: 'GROUP_AT_CAPACITY', sqlstate: 'PT409', detail: '"To" is full: 1 of 1 seats are taken.' },
    });
    expect([await desk.seats(from), await desk.seats(to), await countRows(desk.pool)]).toEqual(before);
  }
  const answer = await transfer(desk, enrollments[0], to, { on_full: 'waitlist' });
  expect(answer).toMatchObject({ enrolled: { status: 'waitlisted' }, promoted: { patient_id: people[1] } });
  expect(await desk.line(from)).toEqual({ seated: [people[1]], waiting: [] });
  expect(await desk.line(to)).toEqual({ seated: [others[0]], waiting: [others[1], people[0]] });
});

test('every refusal leaves both groups as they were', async () => {
  const { desk, from, to, people, enrollments } = await deskWithTwoGroups([2, 5], [2, 1]);
  const [inactive, deleted] = [await desk.group(5, { status: 'inactive' }), await desk.group(5)];
  await desk.ask('pm_delete_group_definition', { group_definition_id: deleted });
  const foreign = await openDesk(database);
  const foreignGroup = await foreign.group(5);
  await desk.enroll(to, [at(people, 1)]);
  const [ended] = await desk.enroll(from, await desk.patients(1));
  await desk.ask('pm_disenroll_patient', { enrollment_id: ended });
  const before = [await desk.seats(from), await desk.seats(to), await countRows(desk.pool)];
  const cases: [unknown, unknown, string, Record<string, unknown>?][] = [
    [enrollments[0], from, 'INVALID_TRANSITION'],
    [ended, to, 'INVALID_TRANSITION'],
    [enrollments[1], to, 'PATIENT_ALREADY_ENROLLED'],
    [enrollments[0], inactive, 'GROUP_NOT_ACTIVE'],
    [enrollments[0], deleted, 'GROUP_NOT_FOUND'],
    [enrollments[0], foreignGroup, 'GROUP_NOT_FOUND'],
    [enrollments[0], crypto.randomUUID(), 'GROUP_NOT_FOUND'],
    [enrollments[0], null, 'GROUP_NOT_FOUND'],
    [crypto.randomUUID(), to, 'ENROLLMENT_NOT_FOUND'],
    [null, to, 'ENROLLMENT_NOT_FOUND'],
    [enrollments[0], to, 'INVALID_INPUT', { on_full: 'maybe' }],
    [enrollments[0], to, 'INVALID_INPUT', { on_full: null }],
    [enrollments[0], to, 'INVALID_INPUT', { reason: 'x'.repeat(501) }],
    [enrollments[0], to, '23514', { starts_on: '2200-01-01' }],
  ];
  for (const [enrollment, group, code, further] of cases) {
    expect((await refusedTransfer(desk, enrollment, group, further)).code, `${code} ${group}`).toBe(code);
    expect([await desk.seats(from), await desk.seats(to), await countRows(desk.pool)]).toEqual(before);
  }
});

test('ids of other organizations are answered like ids that do not exist', async () => {
  const { to, enrollments } = await deskWithTwoGroups([1, 1], [1, 0]);
  const stranger = await openDesk(database);
  const own = await stranger.group(1);
  const by = stranger.clinic.people.org_admin;
  const told = async (enrollment: unknown, group: unknown) => {
    const { code, detail, hint } = await refusedTransfer(stranger, enrollment, group, {}, by);
    return { code, detail, hint };
  };
  expect(await told(enrollments[0], own)).toEqual(await told(crypto.randomUUID(), own));
  const [seat] = await stranger.enroll(own, await stranger.patients(1));
  expect(await told(seat, to)).toEqual(await told(seat, crypto.randomUUID()));
});

test('a person of two organizations cannot carry a patient from one into the other', async () => {
  const { desk, enrollments } = await deskWithTwoGroups([1, 1], [1, 0]);
  const other = await openDesk(database);
  const both = desk.clinic.people.org_admin;
  await other.pool.query('insert into public.pf_memberships (organization_id, user_id, role_id) values ($1, $2, $3)', [
    other.clinic.id,
    both,
    other.clinic.roles.org_admin,
  ]);
  const group = await other.group(5);
  expect((await refusedTransfer(desk, enrollments[0], group, {}, both)).code).toBe('GROUP_NOT_FOUND');
  expect(await other.seats(group)).toEqual([]);
});

test('it takes the permission to create and the permission to edit', async () => {
  const { desk, to, enrollments } = await deskWithTwoGroups([1, 1], [1, 0]);
  const keys = ['pm.group_enrollments.create', 'pm.group_enrollments.edit'];
  for (const key of keys) {
    const role = await addRole(desk.pool, desk.clinic.id, key.replaceAll('.', '_'), [key]);
    const by = await addMember(desk.pool, desk.clinic.id, role);
    expect((await refusedTransfer(desk, enrollments[0], to, {}, by)).code, key).toBe('PERMISSION_DENIED');
  }
  const staff = await refusedTransfer(desk, enrollments[0], to, {}, desk.clinic.people.staff);
  expect(staff.code).toBe('PERMISSION_DENIED');
  const role = await addRole(desk.pool, desk.clinic.id, 'both', keys);
  const answer = await transfer(desk, enrollments[0], to, {}, await addMember(desk.pool, desk.clinic.id, role));
  expect(answer.enrolled.status).toBe('enrolled');
});

test('the history reads across transfers, there and back again', async () => {
  const { desk, from, to, people, enrollments } = await deskWithTwoGroups([1, 1], [1, 0]);
  const there = await transfer(desk, enrollments[0], to);
  const back = await transfer(desk, there.enrolled.id, from);
  expect(back.enrolled.transferred_from_id).toBe(there.enrolled.id);
  expect(there.enrolled.transferred_from_id).toBe(enrollments[0]);
  expect(await desk.line(from)).toEqual({ seated: people, waiting: [] });
  expect(await desk.line(to)).toEqual({ seated: [], waiting: [] });
});
