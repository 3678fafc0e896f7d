import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';

interface Outlook {
  max_capacity: number;
  min_capacity: number | null;
  seats_taken: number;
  seats_free: number;
  waiting: number;
  held: number;
  seats_freed_90_days: number;
  promoted_90_days: number;
  last_seat_freed_at: string | null;
  median_days_waited: number | null;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const outlook = (desk: Desk, group: string) =>
  desk.ask<Outlook>('pm_seat_outlook', { group_definition_id: group }, desk.clinic.people.staff);

/** As if this had happened so many days ago. */
async function wasDaysAgo(desk: Desk, enrollment: string | undefined, column: string, days: number) {
  await desk.pool.query(
    `update public.pm_group_enrollments set ${column} = clock_timestamp() - make_interval(days => $2) where id = $1`,
    [enrollment, days],
  );
}

test('an empty group: all seats free, nothing has come free yet', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(4, { min_capacity: 2 });
  expect(await outlook(desk, group)).toEqual({
    ...{ max_capacity: 4, min_capacity: 2, seats_taken: 0, seats_free: 4, waiting: 0, held: 0 },
    ...{ seats_freed_90_days: 0, promoted_90_days: 0, last_seat_freed_at: null, median_days_waited: null },
  });
});

test('seats, waiting and held are those of now; over capacity leaves no seat free, not fewer than none', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(2);
  const enrollments = await desk.enroll(group, await desk.patients(5));
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: enrollments[3] });
  expect(await outlook(desk, group)).toMatchObject({ seats_taken: 2, seats_free: 0, waiting: 3, held: 1 });
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 1 where id = $1', [group]);
  expect(await outlook(desk, group)).toMatchObject({ max_capacity: 1, seats_taken: 2, seats_free: 0 });
  await desk.pool.query(
    'update public.pm_group_enrollments set waitlist_held_until = private.organization_today(organization_id) where id = $1',
    [enrollments[3]],
  );
  expect(await outlook(desk, group)).toMatchObject({ waiting: 3, held: 0 });
});

test('seats given up and promotions of the last 90 days, the last of them, and how long people waited', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(3);
  const enrollments = await desk.enroll(group, await desk.patients(9));
  const end = async (index: number) => desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[index] });
  for (const [index, days] of [
    [3, 10],
    [4, 20],
    [5, 60],
  ] as const) {
    await wasDaysAgo(desk, enrollments[index], 'waitlisted_at', days);
  }
  // From the waitlist nobody frees a seat.
  await end(8);
  for (const index of [0, 1, 2]) await end(index);
  const figures = await outlook(desk, group);
  expect(figures).toMatchObject({
    ...{ seats_taken: 3, waiting: 2, seats_freed_90_days: 3, promoted_90_days: 3 },
    median_days_waited: 20,
  });
  expect(Date.now() - Date.parse(figures.last_seat_freed_at ?? '')).toBeLessThan(60_000);

  await wasDaysAgo(desk, enrollments[0], 'disenrolled_at', 91);
  await wasDaysAgo(desk, enrollments[3], 'enrolled_at', 91);
  await wasDaysAgo(desk, enrollments[3], 'waitlisted_at', 101);
  expect(await outlook(desk, group)).toMatchObject({
    ...{ seats_freed_90_days: 2, promoted_90_days: 2, median_days_waited: 40 },
  });
});

test('an enrollment that was deleted frees its seat, and one that was restored has not freed it', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(1);
  const [seat] = await desk.enroll(group, await desk.patients(1));
  await desk.ask('pm_delete_enrollment', { enrollment_id: seat });
  expect(await outlook(desk, group)).toMatchObject({ seats_taken: 0, seats_free: 1, seats_freed_90_days: 1 });
  await desk.ask('pm_restore_enrollment', { enrollment_id: seat });
  expect(await outlook(desk, group)).toMatchObject({
    seats_taken: 1,
    seats_freed_90_days: 0,
    last_seat_freed_at: null,
  });
});

test('other groups’ seats do not count', async () => {
  const desk = await openDesk(database);
  const [group, other] = [await desk.group(1), await desk.group(1)];
  const enrollments = await desk.enroll(other, await desk.patients(3));
  await desk.ask('pm_disenroll_patient', { enrollment_id: at(enrollments, 0) });
  expect(await outlook(desk, group)).toMatchObject({ seats_taken: 0, waiting: 0, seats_freed_90_days: 0 });
});

test('who waits in other active groups of the same type could be invited, longest waiting first', async () => {
  const desk = await openDesk(database);
  const here = await desk.group(5, { name: 'Here' });
  const full = (name: string, columns = {}) => desk.group(1, { name, ...columns });
  const like = await full('Like');
  const second = await full('Second');
  const others = [await full('Other type', { group_type: 'support' }), await full('Closed'), await full('Deleted')];
  const people = await desk.patients(6);
  const [filler, early, late, inside, elsewhere, held] = people.map((id) => [id]);
  if (!filler || !early || !late || !inside || !elsewhere || !held) throw new Error('No patients');
  for (const group of [like, second, ...others]) await desk.enroll(group, filler);
  await desk.enroll(like, early);
  await desk.enroll(second, [...held, ...late]);
  await desk.enroll(like, inside);
  await desk.enroll(here, inside);
  for (const group of others) await desk.enroll(group, elsewhere);
  const [, heldSeat] = await desk.seats(second);
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: heldSeat?.id });
  await desk.pool.query("update public.pm_group_definitions set status = 'inactive' where id = $1", [others[1]]);
  await desk.ask('pm_delete_group_definition', { group_definition_id: others[2] });
  const rows = await desk.list('pm_waiting_in_like_groups', { group_definition_id: here }, desk.clinic.people.staff);
  expect(rows).toMatchObject([
    { patient_id: early[0], other_group_definition_id: like, group_name: 'Like', place: 1, is_held: false },
    { patient_id: held[0], other_group_definition_id: second, group_name: 'Second', place: 1, is_held: true },
    { patient_id: late[0], other_group_definition_id: second, group_name: 'Second', place: 2, is_held: false },
  ]);
});
