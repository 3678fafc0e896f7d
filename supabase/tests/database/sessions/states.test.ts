import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';

let database: TestDatabase;
let clinic: Organization;
let group: string;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  group = await createGroup(database.pool, clinic.id);
});
afterAll(() => database.close());

const newSession = (columns: Record<string, unknown> = {}) => createSession(database.pool, clinic.id, group, columns);
const by = (name: string, values: Record<string, unknown>, userId = clinic.people.facilitator) =>
  commitAsUser(database.pool, userId, (client) => rpc(client, name, values));
const update = (id: string, assignment: string, userId = clinic.people.facilitator) =>
  commitAsUser(
    database.pool,
    userId,
    async (client) =>
      (await client.query(`update public.pm_group_schedule set ${assignment} where id = $1`, [id])).rowCount,
  );
const statusOf = (id: string) =>
  value<string>(database.pool, 'select status from public.pm_group_schedule where id = $1', [id]);

type Move = 'start' | 'complete' | 'cancel';
const move = (how: Move, id: string) =>
  by(`pm_${how}_session`, how === 'cancel' ? { session_id: id, reason: 'Snow' } : { session_id: id });

test.each<[string, Move[], string]>([
  ['scheduled -> active -> completed', ['start', 'complete'], 'completed'],
  ['scheduled -> completed', ['complete'], 'completed'],
  ['scheduled -> cancelled', ['cancel'], 'cancelled'],
  ['scheduled -> active -> cancelled', ['start', 'cancel'], 'cancelled'],
])('%s', async (_path, moves, end) => {
  const id = await newSession();
  for (const how of moves) await move(how, id);
  expect(await statusOf(id)).toBe(end);
});

test.each<[Move[], Move | 'back to scheduled']>([
  [['complete'], 'start'],
  [['complete'], 'cancel'],
  [['complete'], 'complete'],
  [['cancel'], 'start'],
  [['cancel'], 'complete'],
  [['cancel'], 'cancel'],
  [['start'], 'start'],
  [['start'], 'back to scheduled'],
  [['complete'], 'back to scheduled'],
  [['cancel'], 'back to scheduled'],
])('after %j there is no %s', async (moves, next) => {
  const id = await newSession();
  for (const how of moves) await move(how, id);
  const attempt =
    next === 'back to scheduled' ? update(id, "status = 'scheduled', cancellation_reason = null") : move(next, id);
  expect(await codeOf(attempt)).toBe('INVALID_TRANSITION');
});

test('of a finished session only the notes can be changed', async () => {
  const id = await newSession();
  await move('complete', id);
  expect(await update(id, "notes = 'went well'")).toBe(1);
  for (const assignment of [
    "location = 'Elsewhere'",
    "session_date = '2026-05-05'",
    "start_time = '08:00'",
    'conflict_override = true',
  ]) {
    expect(await codeOf(update(id, assignment)), assignment).toBe('INVALID_TRANSITION');
  }
});

test('cancelling takes a reason in words', async () => {
  const id = await newSession();
  for (const reason of [null, '', '   ', '\t\n']) {
    expect(await codeOf(by('pm_cancel_session', { session_id: id, reason }))).toBe('CANCELLATION_REASON_REQUIRED');
  }
  expect(await codeOf(update(id, "status = 'cancelled'"))).toBe('CANCELLATION_REASON_REQUIRED');
  expect((await refusalOf(by('pm_cancel_session', { session_id: id, reason: 'x'.repeat(501) }))).constraint).toBe(
    'pm_group_schedule_cancellation_reason_check',
  );
  expect(await statusOf(id)).toBe('scheduled');
});

test('cancelling takes the permission to delete, by function and by plain update', async () => {
  const editor = await addRole(database.pool, clinic.id, 'editor', [
    'pm.group_schedule.view',
    'pm.group_schedule.edit',
  ]);
  const person = await addMember(database.pool, clinic.id, editor);
  const id = await newSession();
  expect(await codeOf(by('pm_cancel_session', { session_id: id, reason: 'Snow' }, person))).toBe('PERMISSION_DENIED');
  expect(await codeOf(update(id, "status = 'cancelled', cancellation_reason = 'Snow'", person))).toBe(
    'PERMISSION_DENIED',
  );
  expect(await update(id, "notes = 'x'", person)).toBe(1);
  expect(await codeOf(by('pm_start_session', { session_id: id }, clinic.people.staff))).toBe('PERMISSION_DENIED');
});

test('sessions of others are not found, whatever one wants with them', async () => {
  const stranger = (await createOrganization(database.pool)).people.org_admin;
  const id = await newSession();
  for (const name of ['pm_start_session', 'pm_complete_session']) {
    expect(await codeOf(by(name, { session_id: id }, stranger))).toBe('SESSION_NOT_FOUND');
  }
  expect(await codeOf(by('pm_cancel_session', { session_id: id, reason: 'x' }, stranger))).toBe('SESSION_NOT_FOUND');
});

test('a new session takes facilitators and room from the group, is not made for an inactive or deleted one, and does not start finished', async () => {
  const { facilitator, staff } = clinic.people;
  const led = await createGroup(database.pool, clinic.id, {
    facilitator_id: facilitator,
    co_facilitator_id: staff,
    location: 'Room 9',
  });
  const id = await createSession(database.pool, clinic.id, led);
  const { rows } = await database.pool.query('select * from public.pm_group_schedule where id = $1', [id]);
  expect(rows[0]).toMatchObject({
    facilitator_id: facilitator,
    co_facilitator_id: staff,
    location: 'Room 9',
    status: 'scheduled',
  });

  const inactive = await createGroup(database.pool, clinic.id, { status: 'inactive' });
  const deleted = await createGroup(database.pool, clinic.id, { deleted_at: '2026-01-01' });
  const make = (groupId: string, columns: Record<string, unknown> = {}) =>
    codeOf(
      commitAsUser(database.pool, facilitator, (client) =>
        client.query(
          `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, status)
           values ($1, $2, '2026-06-01', '09:00', '10:00', $3)`,
          [clinic.id, groupId, columns.status ?? 'scheduled'],
        ),
      ),
    );
  expect(await make(inactive)).toBe('GROUP_NOT_ACTIVE');
  expect(await make(deleted)).toBe('GROUP_NOT_FOUND');
  expect(await make(group, { status: 'completed' })).toBe('INVALID_TRANSITION');
});

test('events carry exactly the payload that PM-04 names', async () => {
  const id = await newSession({ session_date: '2026-04-01' });
  await update(id, "notes = 'x'");
  await by('pm_cancel_session', { session_id: id, reason: 'Flood' });
  const { rows } = await database.pool.query(
    "select event_type, payload from public.pf_domain_events where payload ->> 'session_id' = $1 order by id",
    [id],
  );
  expect(rows).toEqual([
    {
      event_type: 'pm_group_session_scheduled',
      payload: { group_id: group, session_id: id, session_date: '2026-04-01' },
    },
    { event_type: 'pm_group_session_cancelled', payload: { group_id: group, session_id: id, reason: 'Flood' } },
  ]);
});

test('a refused change leaves neither event nor log entry', async () => {
  const id = await newSession();
  const counts = () =>
    value<string>(
      database.pool,
      'select (select count(*) from public.pf_domain_events) || $1 || (select count(*) from public.pm_group_activity_log)',
      [' '],
    );
  const before = await counts();
  await codeOf(by('pm_cancel_session', { session_id: id, reason: null }));
  await codeOf(update(id, "end_time = '08:00'"));
  expect(await counts()).toBe(before);
});
