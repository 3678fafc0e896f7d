import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';

interface Merged {
  moved: {
    patient_id: string;
    enrollment_id: string;
    was: string;
    status: 'enrolled' | 'waitlisted' | 'already_there';
    waitlist_position: number | null;
  }[];
  enrolled: number;
  waitlisted: number;
  already_there: number;
  cancelled_sessions: { id: string; session_date: string; start_time: string; end_time: string }[];
  group: { id: string; status: string };
  into_group: { id: string; status: string };
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** A group of three seats with two who wait, to be merged into one of four seats with one patient; two sessions to come. */
async function deskWithTwoGroups() {
  const desk = await openDesk(database);
  const from = await desk.group(3, { name: 'From' });
  const to = await desk.group(4, { name: 'To' });
  const people = await desk.patients(5);
  const enrollments = await desk.enroll(from, people);
  const [other] = await desk.patients(1);
  await desk.enroll(to, [other ?? '']);
  const session = (session_date: string, columns = {}) =>
    createSession(desk.pool, desk.clinic.id, from, { session_date, ...columns });
  const sessions = [await session('2031-03-10'), await session('2031-03-03')];
  const kept = [
    await session('2025-03-03'),
    await session('2031-03-17', { status: 'cancelled', cancellation_reason: 'X' }),
  ];
  return { desk, from, to, people, enrollments, other: other ?? '', sessions, kept };
}
const merge = (desk: Desk, group: string, into: string, further = {}) =>
  desk.ask<Merged>('pm_merge_groups', { group_definition_id: group, into_group_definition_id: into, ...further });
const refused = (desk: Desk, group: unknown, into: unknown, further = {}, by?: string) =>
  desk.refused('pm_merge_groups', { group_definition_id: group, into_group_definition_id: into, ...further }, by);
const sessionsOf = async (desk: Desk, group: string) =>
  (
    await desk.pool.query<{ id: string; status: string; reason: string | null }>(
      'select id, status, cancellation_reason as reason from public.pm_group_schedule where group_definition_id = $1 order by starts_at',
      [group],
    )
  ).rows;

test('everybody moves: seats first in order of enrollment, then the waitlist in order, within the capacity', async () => {
  const { desk, from, to, people, enrollments, other } = await deskWithTwoGroups();
  await desk.ask('pm_move_on_waitlist', { enrollment_id: enrollments[4], rank: 1 });
  const answer = await merge(desk, from, to);
  const order = [0, 1, 2, 4, 3];
  expect(
    answer.moved.map(({ patient_id, enrollment_id, was, status }) => [patient_id, enrollment_id, was, status]),
  ).toEqual(
    order.map((index, place) => [
      ...[people[index], enrollments[index], index < 3 ? 'enrolled' : 'waitlisted'],
      place < 3 ? 'enrolled' : 'waitlisted',
    ]),
  );
  expect(answer.moved.map((each) => each.waitlist_position)).toEqual([null, null, null, 1, 2]);
  expect(answer).toMatchObject({ enrolled: 3, waitlisted: 2, already_there: 0 });
  expect(await desk.line(from)).toEqual({ seated: [], waiting: [] });
  expect(await desk.line(to)).toEqual({ seated: [other, ...people.slice(0, 3)], waiting: [people[4], people[3]] });
  expect((await desk.seats(to)).slice(1).map((seat) => seat.transferred_from_id)).toEqual(
    order.map((index) => enrollments[index]),
  );
  for (const seat of await desk.seats(from)) {
    expect(seat).toMatchObject({ status: 'disenrolled', disenroll_reason: 'Merged into "To"' });
  }
});

test('the first group is completed, its sessions to come are cancelled with the reason and an event each', async () => {
  const { desk, from, to, sessions, kept } = await deskWithTwoGroups();
  const answer = await merge(desk, from, to, { reason: ' Too few patients ' });
  expect(answer.group).toMatchObject({ id: from, status: 'completed' });
  expect(answer.into_group).toMatchObject({ id: to, status: 'active' });
  const [later, earlier] = sessions;
  expect(answer.cancelled_sessions).toEqual([
    { id: earlier, session_date: '2031-03-03', start_time: '09:00:00', end_time: '10:00:00' },
    { id: later, session_date: '2031-03-10', start_time: '09:00:00', end_time: '10:00:00' },
  ]);
  expect(await sessionsOf(desk, from)).toEqual([
    { id: kept[0], status: 'scheduled', reason: null },
    { id: earlier, status: 'cancelled', reason: 'Too few patients' },
    { id: later, status: 'cancelled', reason: 'Too few patients' },
    { id: kept[1], status: 'cancelled', reason: 'X' },
  ]);
  const { rows } = await desk.pool.query(
    "select event_type, payload ->> 'session_id' as session from public.pf_domain_events where organization_id = $1 and event_type like '%cancel%' order by id desc limit 2",
    [desk.clinic.id],
  );
  expect(rows.map((row) => row.session)).toEqual([later, earlier]);
});

test('both logs tell of the merge, and each patient’s of where from and where to', async () => {
  const { desk, from, to, people } = await deskWithTwoGroups();
  await merge(desk, from, to);
  const figures = { enrolled: 3, waitlisted: 2, already_there: 0 };
  expect((await desk.log(from, 'group_merged'))[0]?.metadata).toEqual({ ...figures, into_group_id: to });
  expect((await desk.log(to, 'group_merged'))[0]?.metadata).toEqual({ ...figures, from_group_id: from });
  for (const entry of await desk.log(from, 'patient_disenrolled')) {
    expect(entry.metadata.transferred_to_group_id).toBe(to);
  }
  const arrived = (await desk.log(to, 'patient_enrolled', 'patient_waitlisted')).slice(1);
  expect(arrived.map((entry) => [entry.patient_id, entry.metadata.transferred_from_group_id])).toEqual(
    people.map((patient) => [patient, from]),
  );
});

test('nobody who waits in the first group is given a seat there on the way', async () => {
  const { desk, from, to } = await deskWithTwoGroups();
  await merge(desk, from, to);
  expect(await desk.log(from, 'patient_promoted')).toEqual([]);
  expect((await desk.log(from, 'patient_disenrolled')).map((entry) => entry.metadata.from_status)).toEqual([
    ...['enrolled', 'enrolled', 'enrolled', 'waitlisted', 'waitlisted'],
  ]);
});

test('who is in both groups stays where the patient is', async () => {
  const { desk, from, to, people, other } = await deskWithTwoGroups();
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 1 where id = $1', [to]);
  await desk.enroll(to, [at(people, 0)]);
  const [, place] = await desk.seats(to);
  const answer = await merge(desk, from, to);
  expect(answer).toMatchObject({ enrolled: 0, waitlisted: 4, already_there: 1 });
  expect(answer.moved[0]).toMatchObject({ patient_id: people[0], status: 'already_there', waitlist_position: null });
  expect(await desk.line(to)).toEqual({ seated: [other], waiting: people });
  expect((await desk.seats(to))[1]).toEqual(place);
  expect(await desk.line(from)).toEqual({ seated: [], waiting: [] });
});

test('days that were agreed for later are kept, and nobody is on rosters of the past', async () => {
  const { desk, from, to, enrollments } = await deskWithTwoGroups();
  await desk.pool.query("update public.pm_group_enrollments set starts_on = '2099-01-05' where id = $1", [
    enrollments[0],
  ]);
  await desk.pool.query("update public.pm_group_enrollments set starts_on = '2025-01-05' where id = $1", [
    enrollments[1],
  ]);
  await merge(desk, from, to);
  const { rows } = await desk.pool.query('select private.organization_today($1)::text as day', [desk.clinic.id]);
  expect((await desk.seats(to)).slice(1, 3).map((seat) => seat.starts_on)).toEqual(['2099-01-05', rows[0]?.day]);
});

test('a preview gives the same answer and leaves no trace', async () => {
  const { desk, from, to } = await deskWithTwoGroups();
  const state = async () => [
    ...[await desk.seats(from), await desk.seats(to), await sessionsOf(desk, from), await countRows(desk.pool)],
    (await desk.pool.query('select * from public.pm_group_definitions where id = any ($1) order by id', [[from, to]]))
      .rows,
  ];
  const before = await state();
  const preview = await merge(desk, from, to, { preview: true, reason: 'Too few' });
  expect(await state()).toEqual(before);
  const answer = await merge(desk, from, to, { reason: 'Too few' });
  const { group, into_group, ...rest } = answer;
  expect(preview).toMatchObject({
    ...rest,
    group: { status: group.status },
    into_group: { status: into_group.status },
  });
});

test('an empty group can be merged, too', async () => {
  const desk = await openDesk(database);
  const [from, to] = [await desk.group(3), await desk.group(3)];
  expect(await merge(desk, from, to)).toMatchObject({ moved: [], enrolled: 0, group: { status: 'completed' } });
});

test('every refusal leaves everything as it was', async () => {
  const { desk, from, to } = await deskWithTwoGroups();
  const [inactive, empty, deleted] = [
    await desk.group(5, { status: 'inactive' }),
    await desk.group(5),
    await desk.group(5),
  ];
  await desk.ask('pm_delete_group_definition', { group_definition_id: deleted });
  const foreign = await (await openDesk(database)).group(5);
  const before = [
    await desk.seats(from),
    await desk.seats(to),
    await sessionsOf(desk, from),
    await countRows(desk.pool),
  ];
  const cases: [unknown, unknown, string, Record<string, unknown>?][] = [
    [from, from, 'INVALID_INPUT'],
    [from, inactive, 'GROUP_NOT_ACTIVE'],
    [empty, inactive, 'GROUP_NOT_ACTIVE'],
    [from, deleted, 'GROUP_NOT_FOUND'],
    [deleted, to, 'GROUP_NOT_FOUND'],
    [from, foreign, 'GROUP_NOT_FOUND'],
    [foreign, to, 'GROUP_NOT_FOUND'],
    [from, crypto.randomUUID(), 'GROUP_NOT_FOUND'],
    [null, to, 'GROUP_NOT_FOUND'],
    [from, to, 'INVALID_INPUT', { reason: 'x'.repeat(501) }],
  ];
  for (const [group, into, code, further] of cases) {
    for (const preview of [true, false]) {
      expect((await refused(desk, group, into, { ...further, preview })).code, `${code} ${into}`).toBe(code);
    }
    expect([
      await desk.seats(from),
      await desk.seats(to),
      await sessionsOf(desk, from),
      await countRows(desk.pool),
    ]).toEqual(before);
  }
});

const needed = [
  ...[
    'pm.group_definitions.edit',
    'pm.group_enrollments.edit',
    'pm.group_enrollments.create',
    'pm.group_schedule.delete',
  ],
];
test.each(needed)('without %s it is refused, the preview too', async (missing) => {
  const { desk, from, to } = await deskWithTwoGroups();
  const role = async (key: string, permissions: string[]) =>
    addMember(desk.pool, desk.clinic.id, await addRole(desk.pool, desk.clinic.id, key, permissions));
  const others = needed.filter((key) => key !== missing);
  const by = await role('without_one', others);
  const before = await desk.seats(from);
  for (const preview of [true, false]) {
    expect((await refused(desk, from, to, { preview }, by)).code).toBe('PERMISSION_DENIED');
  }
  expect(await desk.seats(from)).toEqual(before);
  // Without sessions to come nobody needs the right to cancel them.
  if (missing === 'pm.group_schedule.delete') {
    await desk.pool.query('delete from public.pm_group_schedule where group_definition_id = $1', [from]);
    const values = { group_definition_id: from, into_group_definition_id: to };
    expect(await desk.ask('pm_merge_groups', values, by)).toMatchObject({ enrolled: 3 });
  }
});

test('who is held back on the waitlist is not given a seat by a merge', async () => {
  const { desk, from, to, people, enrollments } = await deskWithTwoGroups();
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 9 where id = $1', [to]);
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: enrollments[3], reason: 'On vacation' });
  await merge(desk, from, to);
  const { waiting } = await desk.line(to);
  expect(waiting).toEqual([people[3]]);
  const [held] = (await desk.seats(to)).filter((seat) => seat.patient_id === people[3]);
  expect(held).toMatchObject({ waitlist_hold_reason: 'On vacation', waitlist_held_at: expect.any(String) });
});
