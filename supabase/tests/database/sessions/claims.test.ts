import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpcRows } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';

let database: TestDatabase;
let clinic: Organization;
let group: string;
let day = 0;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  group = await createGroup(database.pool, clinic.id, { name: 'Morning Group' });
});
afterAll(() => database.close());

/** A day of its own for each test. */
const freshDay = () => {
  day += 1;
  return `2026-05-${String(day).padStart(2, '0')}`;
};
const book = (session_date: string, start_time: string, end_time: string, columns: Record<string, unknown>) =>
  createSession(database.pool, clinic.id, group, { session_date, start_time, end_time, ...columns });

test('a facilitator is not in two places, in whichever of the two roles', async () => {
  const { facilitator, staff } = clinic.people;
  for (const [first, second] of [
    [{ facilitator_id: facilitator }, { facilitator_id: facilitator }],
    [{ facilitator_id: facilitator }, { co_facilitator_id: facilitator }],
    [{ co_facilitator_id: facilitator }, { facilitator_id: facilitator }],
    [{ co_facilitator_id: facilitator }, { facilitator_id: staff, co_facilitator_id: facilitator }],
  ]) {
    const date = freshDay();
    await book(date, '09:00', '10:00', first ?? {});
    expect(await codeOf(book(date, '09:30', '10:30', second ?? {}))).toBe('SCHEDULE_CONFLICT');
  }
});

test('a room is taken once, however it is written, and the refusal names the other session', async () => {
  const date = freshDay();
  await book(date, '09:00', '10:00', { location: 'Room 1' });
  expect(await refusalOf(book(date, '09:59', '11:00', { location: '  ROOM 1 ' }))).toMatchObject({
    code: 'SCHEDULE_CONFLICT',
    sqlstate: 'PT409',
    detail: expect.stringMatching(
      /^ROOM 1 is already taken by "Morning Group" on \w{3}, May \d+, 2026, 9:00 AM-10:00 AM\.$/,
    ),
    hint: 'Choose another time or room.',
  });
});

test('adjoining sessions are fine, others of the same time elsewhere too', async () => {
  const date = freshDay();
  await book(date, '09:00', '10:00', { location: 'Room 1' });
  await book(date, '10:00', '11:00', { location: 'Room 1' });
  await book(date, '08:00', '09:00', { location: 'Room 1' });
  await book(date, '09:00', '10:00', { location: 'Room 2' });
  const other = await createOrganization(database.pool);
  const otherGroup = await createGroup(database.pool, other.id);
  await createSession(database.pool, other.id, otherGroup, { session_date: date, location: 'Room 1' });
});

test('a cancelled session gives its claims up, a moved one takes them along', async () => {
  const date = freshDay();
  const first = await book(date, '09:00', '10:00', { location: 'Room 1' });
  await database.pool.query(
    "update public.pm_group_schedule set status = 'cancelled', cancellation_reason = 'x' where id = $1",
    [first],
  );
  const second = await book(date, '09:00', '10:00', { location: 'Room 1' });
  await database.pool.query(
    "update public.pm_group_schedule set start_time = '13:00', end_time = '14:00' where id = $1",
    [second],
  );
  await book(date, '09:00', '10:00', { location: 'Room 1' });
  expect(await codeOf(book(date, '13:30', '13:45', { location: 'Room 1' }))).toBe('SCHEDULE_CONFLICT');
});

test('conflict_override claims nothing, and takes the permission to edit', async () => {
  const date = freshDay();
  await book(date, '09:00', '10:00', { location: 'Room 1' });
  const override = await book(date, '09:00', '10:00', { location: 'Room 1', conflict_override: true });
  const withdraw = 'update public.pm_group_schedule set conflict_override = false where id = $1';
  expect(await codeOf(database.pool.query(withdraw, [override]))).toBe('SCHEDULE_CONFLICT');

  const creator = await addRole(database.pool, clinic.id, 'creator', [
    'pm.group_schedule.view',
    'pm.group_schedule.create',
  ]);
  const person = await addMember(database.pool, clinic.id, creator);
  const insert = (overrides: boolean) =>
    asUser(database.pool, person, (client) =>
      client.query(
        `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, conflict_override)
         values ($1, $2, $3, '15:00', '16:00', $4)`,
        [clinic.id, group, date, overrides],
      ),
    );
  expect(await codeOf(insert(true))).toBe('PERMISSION_DENIED');
  expect((await insert(false)).rowCount).toBe(1);
});

test('of 16 who book one room at once, exactly one gets it', async () => {
  const date = freshDay();
  const answers = await withConnections(database.url, 16, (clients) =>
    Promise.all(
      clients.map((client, index) =>
        attempt(client, index % 2 === 0 ? clinic.people.facilitator : clinic.people.org_admin, (session) =>
          session.query(
            `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, location)
             values ($1, $2, $3, $4, '12:00', 'Room 1')`,
            [clinic.id, group, date, `09:${String(index).padStart(2, '0')}`],
          ),
        ),
      ),
    ),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'SCHEDULE_CONFLICT')).toHaveLength(15);
});

test('sessions moved together do not meet each other on the way', async () => {
  const date = freshDay();
  const first = await book(date, '09:00', '10:00', { location: 'Room 6' });
  const second = await book(date, '10:00', '11:00', { location: 'Room 6' });
  await commitAsUser(database.pool, clinic.people.facilitator, (client) =>
    client.query(
      "update public.pm_group_schedule set start_time = start_time + interval '1 hour', end_time = end_time + interval '1 hour' where id = any ($1)",
      [[first, second]],
    ),
  );
  expect(await codeOf(book(date, '11:30', '12:00', { location: 'Room 6' }))).toBe('SCHEDULE_CONFLICT');
  await book(date, '09:00', '10:00', { location: 'Room 6' });
});

test('the preview names what stands in the way, and nothing where all is free', async () => {
  const [busy, free] = [freshDay(), freshDay()];
  const session = await book(busy, '09:00', '10:00', { location: 'Room 5', facilitator_id: clinic.people.facilitator });
  const preview = (further: Record<string, unknown> = {}) =>
    asUser(database.pool, clinic.people.staff, (client) =>
      rpcRows<{ kind: string; session_id: string; detail: string }>(client, 'pm_schedule_conflicts', {
        group_definition_id: group,
        session_dates: [busy, free],
        start_time: '09:30',
        end_time: '10:30',
        facilitator_id: clinic.people.facilitator,
        location: 'room 5',
        ...further,
      }),
    );
  const conflicts = await preview();
  expect(conflicts.map((conflict) => [conflict.kind, conflict.session_id])).toEqual([
    ['person', session],
    ['location', session],
  ]);
  expect(conflicts[0]?.detail).toContain('The facilitator is already taken by "Morning Group"');
  expect(await preview({ except_session_id: session })).toEqual([]);
  expect(await preview({ start_time: '10:00' })).toEqual([]);
  expect(await codeOf(preview({ session_dates: [] }))).toBe('INVALID_INPUT');
  expect(await codeOf(preview({ end_time: '09:30' }))).toBe('INVALID_DATE_RANGE');
});
