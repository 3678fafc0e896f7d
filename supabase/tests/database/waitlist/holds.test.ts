import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk, type Seat } from '../../support/front-desk.ts';
import { codeOf } from '../../support/refusal.ts';
import { value } from '../../support/rpc.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** A group of one seat in which four patients stand in line; the first of those who wait is held back. */
async function deskWithHold(hold: Record<string, unknown> = {}) {
  const desk = await openDesk(database);
  const group = await desk.group(1, { name: 'Full House' });
  const patients = await desk.patients(4);
  const enrollments = await desk.enroll(group, patients);
  const [seated, held, next, last] = [at(patients, 0), at(patients, 1), at(patients, 2), at(patients, 3)];
  const row = await desk.ask<Seat>('pm_hold_on_waitlist', {
    ...{ enrollment_id: enrollments[1], reason: ' On vacation ' },
    ...hold,
  });
  return { desk, group, enrollments, seated, held, next, last, row };
}
const setCapacity = (desk: Desk, group: string, capacity: number) =>
  commitAsUser(desk.pool, desk.clinic.people.org_admin, (client) =>
    client.query('update public.pm_group_definitions set max_capacity = $2 where id = $1', [group, capacity]),
  );
/** Moves the day on which the hold ends, as if time had passed. */
const endHoldOn = (desk: Desk, enrollment: string | undefined, day: string) =>
  desk.pool.query(
    `update public.pm_group_enrollments set waitlist_held_until = private.organization_today(organization_id) + $2::integer where id = $1`,
    [enrollment, day === 'today' ? 0 : 1],
  );
const dayFrom = (desk: Desk, days: number) =>
  value<string>(desk.pool, '(private.organization_today($1) + $2::integer)::text', [desk.clinic.id, days]);

test('a hold keeps the place and says since when, why and until when', async () => {
  const desk = await openDesk(database);
  const until = await dayFrom(desk, 7);
  const group = await desk.group(1);
  const [, waiting] = await desk.enroll(group, await desk.patients(2));
  const [, before] = await desk.seats(group);
  const hold = (values: Record<string, unknown>) =>
    desk.ask<Seat>('pm_hold_on_waitlist', { enrollment_id: waiting, ...values }, desk.clinic.people.front_desk);
  const first = await hold({ reason: ' On vacation ', held_until: until });
  expect(first).toMatchObject({
    ...{ status: 'waitlisted', waitlist_position: before?.waitlist_position, waitlist_held_until: until },
    ...{ waitlist_hold_reason: 'On vacation', waitlist_held_at: expect.any(String) },
  });
  const second = await hold({ reason: 'Asked to wait' });
  expect(second).toMatchObject({ waitlist_held_until: null, waitlist_hold_reason: 'Asked to wait' });
  expect(second.waitlist_held_at).toBe(first.waitlist_held_at);
  expect(await desk.log(group, 'waitlist_held')).toMatchObject([
    { performed_by: desk.clinic.people.front_desk, metadata: { reason: 'On vacation', held_until: until } },
    { performed_by: desk.clinic.people.front_desk, metadata: { reason: 'Asked to wait' } },
  ]);
});

test.each<[string, (desk: Desk, group: string, seat: string | undefined) => Promise<unknown>]>([
  ['disenrolled', (desk, _group, seat) => desk.ask('pm_disenroll_patient', { enrollment_id: seat })],
  ['deleted', (desk, _group, seat) => desk.ask('pm_delete_enrollment', { enrollment_id: seat })],
  [
    'given up by a plain update',
    (desk, _group, seat) =>
      commitAsUser(desk.pool, desk.clinic.people.front_desk, (client) =>
        client.query("update public.pm_group_enrollments set status = 'disenrolled' where id = $1", [seat]),
      ),
  ],
  [
    'left by a patient who is deleted',
    async (desk, group) => {
      const { seated } = await desk.line(group);
      await desk.ask('pm_delete_patient', { patient_id: seated[0] });
    },
  ],
])('a seat that is %s goes to the next, and whoever is held keeps the place', async (_what, act) => {
  const { desk, group, enrollments, held, next, last } = await deskWithHold();
  await act(desk, group, enrollments[0]);
  expect(await desk.line(group)).toEqual({ seated: [next], waiting: [held, last] });
  expect(await desk.log(group, 'patient_promoted')).toMatchObject([
    {
      patient_id: next,
      metadata: { cause: { rule: 'seat_freed' }, passed_over: [{ enrollment_id: enrollments[1], why: 'held' }] },
    },
  ]);
});

test('a raised capacity passes over who is held, however many seats there are', async () => {
  const { desk, group, seated, held, next, last } = await deskWithHold();
  await setCapacity(desk, group, 5);
  expect(await desk.line(group)).toEqual({ seated: [seated, next, last], waiting: [held] });
});

test('a seat that only the held patient could take stays free until the hold is released', async () => {
  const { desk, group, enrollments, held, next, last } = await deskWithHold();
  for (const seat of [enrollments[0], enrollments[2], enrollments[3]]) {
    await desk.ask('pm_disenroll_patient', { enrollment_id: seat });
  }
  expect(await desk.line(group)).toEqual({ seated: [], waiting: [held] });
  const answer = await desk.ask<{ released: Seat; promoted: Seat | null }>('pm_release_from_hold', {
    enrollment_id: enrollments[1],
  });
  expect(answer.released).toMatchObject({ id: enrollments[1], status: 'enrolled', waitlist_held_at: null });
  expect(answer.promoted).toMatchObject({ id: enrollments[1], patient_id: held, status: 'enrolled' });
  expect(await desk.line(group)).toEqual({ seated: [held], waiting: [] });
  const told = await desk.log(group, 'waitlist_released', 'patient_promoted');
  expect(told.slice(-2)).toMatchObject([
    { action: 'waitlist_released', patient_id: held },
    { action: 'patient_promoted', metadata: { cause: { rule: 'hold_released', by_enrollment_id: enrollments[1] } } },
  ]);
  expect([next, last]).not.toContain(held);
});

test('a release gives free seats to those in line up to the released one, and to nobody behind', async () => {
  const { desk, group, enrollments, seated, held, next, last } = await deskWithHold();
  for (const enrollment_id of enrollments.slice(2)) await desk.ask('pm_hold_on_waitlist', { enrollment_id });
  await setCapacity(desk, group, 5);
  await endHoldOn(desk, enrollments[1], 'today');
  const answer = await desk.ask<{ released: Seat; promoted: Seat | null }>('pm_release_from_hold', {
    enrollment_id: enrollments[2],
  });
  expect(answer.released).toMatchObject({ id: enrollments[2], status: 'enrolled' });
  expect(answer.promoted?.id).toBe(enrollments[2]);
  expect(await desk.line(group)).toEqual({ seated: [seated, held, next], waiting: [last] });
});

test('a release without a free seat promotes nobody, and the place counts again', async () => {
  const { desk, group, enrollments, seated, held, next, last } = await deskWithHold();
  const answer = await desk.ask<{ released: Seat; promoted: Seat | null }>('pm_release_from_hold', {
    enrollment_id: enrollments[1],
  });
  expect(answer).toMatchObject({ released: { waitlist_held_at: null, waitlist_hold_reason: null }, promoted: null });
  expect(await desk.line(group)).toEqual({ seated: [seated], waiting: [held, next, last] });
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[0] });
  expect(await desk.line(group)).toEqual({ seated: [held], waiting: [next, last] });
});

test('a hold until a day is over on that day, and not the day before', async () => {
  const until = await deskWithHold();
  await endHoldOn(until.desk, until.enrollments[1], 'tomorrow');
  await until.desk.ask('pm_disenroll_patient', { enrollment_id: until.enrollments[0] });
  expect((await until.desk.line(until.group)).seated).toEqual([until.next]);

  const over = await deskWithHold();
  await endHoldOn(over.desk, over.enrollments[1], 'today');
  await over.desk.ask('pm_disenroll_patient', { enrollment_id: over.enrollments[0] });
  expect((await over.desk.line(over.group)).seated).toEqual([over.held]);
  const [seat] = (await over.desk.seats(over.group)).filter((row) => row.status === 'enrolled');
  expect(seat).toMatchObject({ waitlist_held_at: null, waitlist_held_until: null, waitlist_hold_reason: null });
});

test('promoting by hand ends the hold, and is not stopped by it', async () => {
  const { desk, group, enrollments, seated, held } = await deskWithHold();
  await desk.pool.query('alter table public.pm_group_definitions disable trigger _850_promote');
  await setCapacity(desk, group, 2);
  await desk.pool.query('alter table public.pm_group_definitions enable trigger _850_promote');
  const row = await desk.ask<Seat>('pm_promote_enrollment', { enrollment_id: enrollments[1], reason: 'Back early' });
  expect(row).toMatchObject({ status: 'enrolled', waitlist_held_at: null, waitlist_hold_reason: null });
  expect((await desk.line(group)).seated).toEqual([seated, held]);
  expect((await desk.log(group, 'patient_promoted')).at(-1)?.metadata.cause).toEqual({
    rule: 'by_hand',
    reason: 'Back early',
  });
});

test('leaving, deleting and restoring end the hold', async () => {
  for (const [name, further] of [
    ['pm_disenroll_patient', null],
    ['pm_delete_enrollment', 'pm_restore_enrollment'],
  ] as const) {
    const { desk, group, enrollments } = await deskWithHold();
    await desk.ask(name, { enrollment_id: enrollments[1] });
    if (further !== null) await desk.ask(further, { enrollment_id: enrollments[1] });
    const row = (await desk.seats(group)).find((seat) => seat.id === enrollments[1]);
    const cleared = { waitlist_held_at: null, waitlist_held_until: null, waitlist_hold_reason: null };
    expect(row).toMatchObject({ ...cleared, status: further === null ? 'disenrolled' : 'waitlisted' });
  }
});

test('moving keeps the hold', async () => {
  const { desk, group, enrollments, held, next, last } = await deskWithHold();
  await desk.ask('pm_move_on_waitlist', { enrollment_id: enrollments[1], rank: 3, reason: 'Asked for later' });
  expect((await desk.line(group)).waiting).toEqual([next, last, held]);
  expect((await desk.seats(group))[1]?.waitlist_hold_reason).toBe('On vacation');
  expect((await desk.log(group, 'waitlist_moved'))[0]?.metadata).toMatchObject({
    ...{ from_place: 1, to_place: 3, reason: 'Asked for later' },
  });
});

test('who holds a seat or has left cannot be held, who is not held cannot be released', async () => {
  const { desk, group, enrollments } = await deskWithHold();
  const codes = async (name: string, enrollment_id: string | undefined, further = {}) =>
    (await desk.refused(name, { enrollment_id, ...further })).code;
  expect(await codes('pm_hold_on_waitlist', enrollments[0])).toBe('INVALID_TRANSITION');
  expect(await codes('pm_release_from_hold', enrollments[0])).toBe('INVALID_TRANSITION');
  expect(await codes('pm_release_from_hold', enrollments[2])).toBe('INVALID_TRANSITION');
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[3] });
  expect(await codes('pm_hold_on_waitlist', enrollments[3])).toBe('INVALID_TRANSITION');
  await desk.ask('pm_delete_enrollment', { enrollment_id: enrollments[2] });
  expect(await codes('pm_hold_on_waitlist', enrollments[2])).toBe('ENROLLMENT_NOT_FOUND');
  for (const held_until of [await dayFrom(desk, 0), '2020-01-01', '-infinity']) {
    expect(await codes('pm_hold_on_waitlist', enrollments[1], { held_until }), held_until).toBe('INVALID_INPUT');
  }
  expect(await codes('pm_hold_on_waitlist', enrollments[1], { reason: 'x'.repeat(501) })).toBe('INVALID_INPUT');
  const beyond = await desk.refused('pm_hold_on_waitlist', { enrollment_id: enrollments[1], held_until: '2200-01-01' });
  expect(beyond.constraint).toBe('pm_group_enrollments_held_until_range');
  expect((await desk.seats(group))[1]).toMatchObject({
    waitlist_hold_reason: 'On vacation',
    waitlist_held_until: null,
  });
});

test('holding and releasing take the permission; others’ enrollments are not found', async () => {
  const { desk, enrollments } = await deskWithHold();
  const stranger = (await openDesk(database)).clinic.people.org_admin;
  for (const name of ['pm_hold_on_waitlist', 'pm_release_from_hold']) {
    const code = async (by: string) => (await desk.refused(name, { enrollment_id: enrollments[1] }, by)).code;
    expect(await code(desk.clinic.people.staff), name).toBe('PERMISSION_DENIED');
    expect(await code(stranger), name).toBe('ENROLLMENT_NOT_FOUND');
    const nobody = await desk.refused(name, { enrollment_id: crypto.randomUUID() }, stranger);
    expect(nobody.code).toBe('ENROLLMENT_NOT_FOUND');
  }
});

test('a plain request can neither hold nor release', async () => {
  const { desk, enrollments } = await deskWithHold();
  for (const change of [
    'waitlist_held_at = null, waitlist_held_until = null, waitlist_hold_reason = null',
    'waitlist_held_at = now()',
    "waitlist_held_until = '2199-01-01'",
    "waitlist_hold_reason = 'x'",
    'transferred_from_id = id',
  ]) {
    const update = commitAsUser(desk.pool, desk.clinic.people.org_admin, (client) =>
      client.query(`update public.pm_group_enrollments set ${change} where id = $1`, [enrollments[1]]),
    );
    expect(await codeOf(update), change).toBe('42501');
  }
});
