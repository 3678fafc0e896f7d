import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, addRole, createOrganization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { at, datesFrom, openSeriesClinic, type SeriesClinic } from './series-clinic.ts';

let world: SeriesClinic;
let month = 0;

beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

/** `count` weekly dates in months of their own for each test. */
function freshDates(count: number): string[] {
  month += 2;
  return datesFrom(`${2030 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, count);
}
const occupy = (session_date: string, columns: Record<string, unknown>) =>
  createSession(world.database.pool, world.clinic.id, world.group, { session_date, ...columns });

test('a series is saved in one step, with what the caller said', async () => {
  const dates = freshDates(10);
  const { facilitator, staff } = world.clinic.people;
  const saved = await world.schedule(dates, {
    ...{ recurrence_rule: 'FREQ=WEEKLY;COUNT=10', facilitator_id: facilitator, co_facilitator_id: staff },
    ...{ location: ' Room 1 ', notes: 'Bring chairs' },
  });
  expect(saved.skipped).toEqual([]);
  expect(saved.created.map((session) => session.session_date)).toEqual(dates);
  for (const session of saved.created) {
    expect(session).toMatchObject({
      ...{ start_time: '09:00:00', end_time: '10:00:00', session_type: 'recurring', status: 'scheduled' },
      ...{ facilitator_id: facilitator, co_facilitator_id: staff, location: 'Room 1', notes: 'Bring chairs' },
      series_id: saved.series_id,
    });
  }
  const { rows } = await world.database.pool.query('select * from public.pm_session_series where id = $1', [
    saved.series_id,
  ]);
  expect(rows[0]).toMatchObject({
    ...{ organization_id: world.clinic.id, group_definition_id: world.group, recurrence_rule: 'FREQ=WEEKLY;COUNT=10' },
    ...{ start_time: '09:00:00', location: 'Room 1', is_finite: false, created_by: facilitator },
  });
});

test('people and room that are not named are the group’s', async () => {
  const { facilitator, staff } = world.clinic.people;
  const led = await createGroup(world.database.pool, world.clinic.id, {
    ...{ facilitator_id: facilitator, co_facilitator_id: staff, location: 'Room 9' },
  });
  const saved = await world.schedule(freshDates(2), { group_definition_id: led });
  expect(saved.created).toEqual([
    expect.objectContaining({ facilitator_id: facilitator, co_facilitator_id: staff, location: 'Room 9' }),
    expect.objectContaining({ facilitator_id: facilitator, co_facilitator_id: staff, location: 'Room 9' }),
  ]);
});

test('all or nothing: what stands in the way is named by date, and nothing is left behind', async () => {
  const dates = freshDates(10);
  await occupy(at(dates, 2), { location: 'Room 1' });
  await occupy(at(dates, 7), { location: 'Room 1', start_time: '09:59', end_time: '10:30' });
  const before = await world.counts();
  const refusal = await refusalOf(world.schedule(dates, { location: 'room 1' }));
  expect(refusal).toMatchObject({ code: 'SCHEDULE_CONFLICT', sqlstate: 'PT409' });
  expect(refusal.detail).toMatch(/^2 of 10 dates cannot be kept\. /);
  const { rows } = await world.database.pool.query<{ words: string }>(
    "select to_char(day::date, 'FMDy, Mon FMDD, YYYY') as words from unnest($1::text[]) day",
    [[at(dates, 2), at(dates, 7)]],
  );
  expect(refusal.detail).toContain(
    `room 1 is already taken by "Morning Group" on ${at(rows, 0).words}, 9:00 AM-10:00 AM.`,
  );
  expect(refusal.detail).toContain(`on ${at(rows, 1).words}, 9:59 AM-10:30 AM.`);
  expect(await world.counts()).toEqual(before);
});

test('with skip_conflicts what is free is saved, and the rest is told with its reason', async () => {
  const dates = freshDates(5);
  await occupy(at(dates, 1), { facilitator_id: world.clinic.people.facilitator });
  const saved = await world.schedule(dates, {
    ...{ facilitator_id: world.clinic.people.facilitator, skip_conflicts: true },
  });
  expect(saved.created.map((session) => session.session_date)).toEqual(dates.toSpliced(1, 1));
  expect(saved.skipped).toEqual([
    {
      ...{ session_date: dates[1], error: 'SCHEDULE_CONFLICT' },
      detail: expect.stringContaining('The facilitator is already taken by "Morning Group"'),
    },
  ]);
});

test('with skip_conflicts and nothing free, no empty series stays', async () => {
  const dates = freshDates(2);
  await world.schedule(dates, { location: 'Room 1' });
  const before = await world.counts();
  const saved = await world.schedule(dates, { location: 'Room 1', skip_conflicts: true });
  expect(saved).toMatchObject({ series_id: null, created: [] });
  expect(saved.skipped).toHaveLength(2);
  expect(await world.counts()).toEqual(before);
});

test('more than ten conflicts are counted, ten are told', async () => {
  const dates = freshDates(12);
  await world.schedule(dates, { location: 'Room 1' });
  const { detail } = await refusalOf(world.schedule(dates, { location: 'Room 1' }));
  expect(detail).toMatch(/^12 of 12 dates cannot be kept\. .* And 2 more\.$/);
  expect(detail?.match(/already taken/g)).toHaveLength(10);
});

test('a date named twice is one session; null among dates is nothing', async () => {
  const [first, second] = freshDates(2);
  const saved = await world.schedule([second, first, second, null, first]);
  expect(saved.created.map((session) => session.session_date)).toEqual([first, second]);
});

test('adjoining sessions are no conflict, within a series neither', async () => {
  const [day] = freshDates(1);
  await occupy(day ?? '', { location: 'Room 1', start_time: '08:00', end_time: '09:00' });
  await occupy(day ?? '', { location: 'Room 1', start_time: '10:00', end_time: '11:00' });
  expect((await world.preview([day], { location: 'Room 1' }))[0]?.conflicts).toEqual([]);
  expect((await world.schedule([day], { location: 'Room 1' })).created).toHaveLength(1);
});

test('500 dates at a time, not 501 and not none', async () => {
  const dates = datesFrom('2040-01-01', 501, 1);
  for (const call of [world.schedule, world.preview]) {
    expect(await refusalOf(call(dates))).toMatchObject({
      code: 'INVALID_INPUT',
      detail: expect.stringContaining('not 501'),
    });
    expect(await codeOf(call([]))).toBe('INVALID_INPUT');
    expect(await codeOf(call([null]))).toBe('INVALID_INPUT');
    expect(await codeOf(call(null))).toBe('INVALID_INPUT');
  }
  const saved = await world.schedule(dates.slice(0, 500), { location: 'Room 500' });
  expect(saved.created).toHaveLength(500);
});

test('the co-facilitator of one group is the facilitator of another, and cannot be in both', async () => {
  const { pool } = world.database;
  const other = await createGroup(pool, world.clinic.id, { name: 'Evening Group' });
  const dates = freshDates(2);
  await createSession(pool, world.clinic.id, other, {
    ...{ session_date: dates[1], facilitator_id: world.clinic.people.staff },
  });
  const values = { facilitator_id: world.clinic.people.facilitator, co_facilitator_id: world.clinic.people.staff };
  expect((await refusalOf(world.schedule(dates, values))).detail).toContain('The staff is already taken by "Evening');
  const [free, busy] = await world.preview(dates, values);
  expect(free?.conflicts).toEqual([]);
  expect(busy?.conflicts).toEqual([
    expect.objectContaining({ kind: 'person', resource: 'The staff', group_name: 'Evening Group' }),
  ]);
  expect(busy?.conflicts[0]?.resource_id).toBe(world.clinic.people.staff);
});

test('no series for a group that is inactive, deleted, or somebody else’s', async () => {
  const { pool } = world.database;
  const dates = freshDates(1);
  const stranger = await createOrganization(pool);
  const foreign = await createGroup(pool, stranger.id);
  const inactive = await createGroup(pool, world.clinic.id, { status: 'inactive' });
  const deleted = await createGroup(pool, world.clinic.id, { deleted_at: '2026-01-01' });
  expect(await codeOf(world.schedule(dates, { group_definition_id: inactive }))).toBe('GROUP_NOT_ACTIVE');
  expect(await codeOf(world.schedule(dates, { group_definition_id: inactive, skip_conflicts: true }))).toBe(
    'GROUP_NOT_ACTIVE',
  );
  for (const group_definition_id of [deleted, foreign, null]) {
    expect(await codeOf(world.schedule(dates, { group_definition_id }))).toBe('GROUP_NOT_FOUND');
    expect(await codeOf(world.preview(dates, { group_definition_id }))).toBe('GROUP_NOT_FOUND');
  }
});

test('nobody of another organization is put on a session, nor told about', async () => {
  const { pool } = world.database;
  const stranger = await createOrganization(pool);
  const dates = freshDates(1);
  const strangers = await createGroup(pool, stranger.id, { name: 'Secret Group' });
  await createSession(pool, stranger.id, strangers, {
    ...{ session_date: dates[0], facilitator_id: stranger.people.staff, location: 'Room 77' },
  });
  const before = await world.counts();
  for (const who of ['facilitator_id', 'co_facilitator_id']) {
    const values = { [who]: stranger.people.staff, location: 'Room 77' };
    for (const skip_conflicts of [false, true]) {
      expect(await codeOf(world.schedule(dates, { ...values, skip_conflicts })), who).toBe('INVALID_INPUT');
    }
    const refusal = await refusalOf(world.preview(dates, values));
    expect(refusal.code, who).toBe('INVALID_INPUT');
    expect(JSON.stringify(refusal)).not.toContain('The staff');
  }
  expect(await world.counts()).toEqual(before);
});

test('planning takes the permission to create, looking ahead the one to view, and both can be revoked', async () => {
  const { pool } = world.database;
  const { staff } = world.clinic.people;
  const dates = freshDates(1);
  expect(await codeOf(world.schedule(dates, {}, staff))).toBe('PERMISSION_DENIED');
  expect(await world.preview(dates, {}, staff)).toHaveLength(1);
  const role = await addRole(pool, world.clinic.id, 'planner', ['pm.group_schedule.view', 'pm.group_schedule.create']);
  const planner = await addMember(pool, world.clinic.id, role);
  await world.schedule(dates, {}, planner);
  const revoke = (key: string) =>
    pool.query('delete from public.pf_role_permissions where role_id = $1 and permission_key = $2', [role, key]);
  await revoke('pm.group_schedule.create');
  expect(await codeOf(world.schedule(freshDates(1), {}, planner))).toBe('PERMISSION_DENIED');
  await revoke('pm.group_schedule.view');
  expect(await codeOf(world.preview(dates, {}, planner))).toBe('PERMISSION_DENIED');
  await pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [planner]);
  expect(await codeOf(world.schedule(dates, {}, planner))).toBe('GROUP_NOT_FOUND');
});

test.each([
  ['09:00', '09:00'],
  ['10:00', '09:00'],
  [null, '10:00'],
  ['09:00', null],
])('a series from %s to %s is refused', async (start_time, end_time) => {
  const dates = freshDates(1);
  expect(await codeOf(world.schedule(dates, { start_time, end_time }))).toBe('INVALID_DATE_RANGE');
  expect(await codeOf(world.preview(dates, { start_time, end_time }))).toBe('INVALID_DATE_RANGE');
});

test('dates out of range and rooms of 101 characters are refused by name', async () => {
  for (const date of ['1989-12-31', '2200-01-01']) {
    expect(await codeOf(world.schedule([date]))).toBe('INVALID_INPUT');
    expect(await codeOf(world.preview([date]))).toBe('INVALID_INPUT');
  }
  expect((await refusalOf(world.schedule(freshDates(1), { location: 'x'.repeat(101) }))).constraint).toMatch(
    /location_length$/,
  );
  expect((await refusalOf(world.schedule(freshDates(1), { notes: 'x'.repeat(4001) }))).constraint).toBe(
    'pm_group_schedule_notes_length',
  );
});
