import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser } from '../../support/database.ts';
import { addMember, addRole, createOrganization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { rpc } from '../../support/rpc.ts';
import { at, datesFrom, openSeriesClinic, type SeriesClinic, type Session } from './series-clinic.ts';

let world: SeriesClinic;
let year = 2030;

beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

async function fourWeeks(): Promise<Session[]> {
  year += 1;
  return (await world.schedule(datesFrom(`${year}-02-01`, 4), { location: 'Room 1' })).created;
}
const by = (name: string, values: Record<string, unknown>) =>
  commitAsUser(world.database.pool, world.clinic.people.facilitator, (client) => rpc(client, name, values));
const statuses = async (session: Session) => (await world.sessionsOf(session.series_id)).map((each) => each.status);

test('this and following are cancelled with one reason; the ones before and the room’s other use stay', async () => {
  const sessions = await fourWeeks();
  const result = await world.cancelSeries(at(sessions, 2).id, 'following', ' Flood ');
  expect(result).toMatchObject({ cancelled: 2, failed: 0 });
  expect(result.results.map((each) => each.session_id).sort()).toEqual([at(sessions, 2).id, at(sessions, 3).id].sort());
  expect(await statuses(at(sessions, 0))).toEqual(['scheduled', 'scheduled', 'cancelled', 'cancelled']);
  const { rows } = await world.database.pool.query(
    "select distinct cancellation_reason as reason from public.pm_group_schedule where series_id = $1 and status = 'cancelled'",
    [at(sessions, 0).series_id],
  );
  expect(rows).toEqual([{ reason: 'Flood' }]);
  const again = await world.schedule(
    sessions.slice(2).map((session) => session.session_date),
    { location: 'Room 1' },
  );
  expect(again.created).toHaveLength(2);
});

test('active and completed ones stay, of all and of the following', async () => {
  const sessions = await fourWeeks();
  await by('pm_complete_session', { session_id: at(sessions, 0).id });
  await by('pm_start_session', { session_id: at(sessions, 1).id });
  expect(await world.cancelSeries(at(sessions, 0).id, 'all', 'Flood')).toMatchObject({ cancelled: 2, failed: 0 });
  expect(await statuses(at(sessions, 0))).toEqual(['completed', 'active', 'cancelled', 'cancelled']);
  expect(await codeOf(world.cancelSeries(at(sessions, 0).id, 'following', 'Flood'))).toBe('INVALID_TRANSITION');
});

test('many at once: each is answered for itself, and one failure does not undo the others', async () => {
  const { pool } = world.database;
  const sessions = await fourWeeks();
  await by('pm_complete_session', { session_id: at(sessions, 1).id });
  await by('pm_start_session', { session_id: at(sessions, 2).id });
  const other = await createOrganization(pool);
  const foreign = await createSession(pool, other.id, await createGroup(pool, other.id));
  const unknown = randomUUID();
  const ids = [...sessions.map((session) => session.id), foreign, unknown, at(sessions, 0).id, null];
  const result = await world.cancelSessions(ids, 'The clinic closes on Friday');
  expect(result).toMatchObject({ cancelled: 3, failed: 3 });
  const answers = Object.fromEntries(result.results.map((each) => [each.session_id, each]));
  expect(Object.keys(answers)).toHaveLength(6);
  for (const place of [0, 2, 3]) {
    expect(answers[at(sessions, place).id]).toMatchObject({ status: 'cancelled', error: null, detail: null });
  }
  expect(answers[at(sessions, 1).id]).toMatchObject({
    ...{ status: 'failed', error: 'INVALID_TRANSITION', detail: 'This session is completed, and that is final.' },
  });
  for (const id of [foreign, unknown]) {
    expect(answers[id]).toMatchObject({ status: 'failed', error: 'SESSION_NOT_FOUND' });
  }
  expect(await statuses(at(sessions, 0))).toEqual(['cancelled', 'completed', 'cancelled', 'cancelled']);
  const { rows } = await pool.query('select status from public.pm_group_schedule where id = $1', [foreign]);
  expect(rows).toEqual([{ status: 'scheduled' }]);
});

test('a reason in words, at most 500 characters, else nothing is cancelled', async () => {
  const sessions = await fourWeeks();
  const id = at(sessions, 0).id;
  for (const reason of [null, '', '   ']) {
    expect(await codeOf(world.cancelSeries(id, 'all', reason))).toBe('CANCELLATION_REASON_REQUIRED');
    expect(await codeOf(world.cancelSessions([id], reason))).toBe('CANCELLATION_REASON_REQUIRED');
  }
  expect(await codeOf(world.cancelSeries(id, 'all', 'x'.repeat(501)))).toBe('INVALID_INPUT');
  expect(await statuses(at(sessions, 0))).toEqual(Array(4).fill('scheduled'));
});

test('none, 501, a wrong scope, a session without series', async () => {
  const { pool } = world.database;
  const [session] = await fourWeeks();
  const ids = Array.from({ length: 501 }, () => randomUUID());
  for (const list of [[], [null], null, ids])
    expect(await codeOf(world.cancelSessions(list, 'x'))).toBe('INVALID_INPUT');
  expect((await world.cancelSessions(ids.slice(1), 'x')).failed).toBe(500);
  for (const scope of ['this', null]) {
    expect(await codeOf(world.cancelSeries(session?.id ?? '', scope, 'x'))).toBe('INVALID_INPUT');
  }
  const single = await createSession(pool, world.clinic.id, world.group, { session_date: '2028-06-01' });
  expect(await codeOf(world.cancelSeries(single, 'all', 'x'))).toBe('SERIES_NOT_FOUND');
});

test('cancelling takes the permission to delete, which can be revoked; strangers find nothing', async () => {
  const { pool } = world.database;
  const sessions = await fourWeeks();
  const id = at(sessions, 0).id;
  const role = await addRole(pool, world.clinic.id, 'canceller', [
    'pm.group_schedule.view',
    'pm.group_schedule.delete',
  ]);
  const person = await addMember(pool, world.clinic.id, role);
  expect((await world.cancelSessions([at(sessions, 3).id], 'x', person)).cancelled).toBe(1);
  await pool.query("delete from public.pf_role_permissions where role_id = $1 and permission_key like '%delete'", [
    role,
  ]);
  expect(await codeOf(world.cancelSeries(id, 'all', 'x', person))).toBe('PERMISSION_DENIED');
  expect(await world.cancelSessions([id], 'x', person)).toMatchObject({
    ...{ cancelled: 0, failed: 1, results: [{ session_id: id, status: 'failed', error: 'PERMISSION_DENIED' }] },
  });
  const stranger = (await createOrganization(pool)).people.org_admin;
  expect(await codeOf(world.cancelSeries(id, 'all', 'x', stranger))).toBe('SESSION_NOT_FOUND');
  expect(await statuses(at(sessions, 0))).toEqual(['scheduled', 'scheduled', 'scheduled', 'cancelled']);
});
