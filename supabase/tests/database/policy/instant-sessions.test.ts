import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { createGroup } from '../../support/records.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';
import { openRoom, type Session, sessionIn, startNow } from '../participation/room.ts';

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
});
afterAll(() => database.close());

const group = (columns: Record<string, unknown> = {}, where = desk) =>
  createGroup(where.pool, where.clinic.id, columns);
const start = (group_definition_id: string, more: object = {}, by = desk.clinic.people.facilitator) =>
  desk.ask<Session>('pm_start_instant_session', { group_definition_id, ...more }, by);
const refused = async (group_definition_id: string, more: object = {}, by = desk.clinic.people.facilitator) =>
  (await desk.refused('pm_start_instant_session', { group_definition_id, ...more }, by)).code;
const minutesOf = (session: Session) => {
  const [from = 0, to = 0] = [session.start_time, session.end_time].map(
    (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)),
  );
  return to - from;
};

test('begins this minute, is active, and lasts as long as told, as the group’s sessions, or an hour', async () => {
  const session = await start(await group({ location: 'Blue Room' }));
  expect(session).toMatchObject({
    status: 'active',
    session_type: 'instant',
    location: 'Blue Room',
    completed_at: null,
    started_at: expect.any(String),
  });
  const late = await value<number>(desk.pool, 'extract(epoch from now() - $1::timestamptz)::float8', [
    session.started_at,
  ]);
  expect(late).toBeLessThan(60);
  expect(session.start_time).toMatch(/:00$/);
  expect(minutesOf(session)).toBe(60);
  expect(minutesOf(await start(await group({ duration_minutes: 90 })))).toBe(90);
  expect(minutesOf(await start(await group({ duration_minutes: 90 }), { duration_minutes: 15 }))).toBe(15);
  for (const duration_minutes of [4, 721, -1])
    expect(await refused(await group(), { duration_minutes })).toBe('INVALID_INPUT');
});

test('the log tells it from a session that was planned', async () => {
  const group_definition_id = await group();
  await start(group_definition_id);
  await sessionIn(desk, group_definition_id, 600);
  const log = await desk.log(group_definition_id, 'session_scheduled');
  expect(log.map(({ metadata }) => metadata.session_type)).toEqual(['instant', undefined]);
});

test('ends before midnight, wherever the clinic is', async () => {
  // A zone where it is after 11 at night now.
  const hour = (23 - new Date().getUTCHours() + 24) % 24;
  const shift = hour > 12 ? hour - 24 : hour;
  const zone = shift === 0 ? 'Etc/GMT' : `Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`;
  const night = await openDesk(database, zone);
  const session = await night.ask<Session>('pm_start_instant_session', { group_definition_id: await group({}, night) });
  expect(session.end_time >= '23:59:00' && session.end_time > session.start_time).toBe(true);
});

test('started from eight connections at once, one session runs', async () => {
  const id = await group();
  const outcomes = await withConnections(database.url, 8, (clients) =>
    Promise.all(
      clients.map((client) =>
        attempt(client, desk.clinic.people.facilitator, (mine) =>
          rpc(mine, 'pm_start_instant_session', { group_definition_id: id }),
        ),
      ),
    ),
  );
  expect(outcomes.sort()).toEqual([...Array(7).fill('SESSION_ALREADY_ACTIVE'), 'done']);
});

test('the next session in the room starts as soon as this one is completed', async () => {
  const [first, second] = [await group({ location: 'Hall' }), await group({ location: 'Hall' })];
  const session = await start(first);
  expect(await refused(second)).toBe('SCHEDULE_CONFLICT');
  expect(await refused(first)).toBe('SESSION_ALREADY_ACTIVE');
  await desk.ask('pm_complete_session', { session_id: session.id }, desk.clinic.people.facilitator);
  expect(await start(second)).toMatchObject({ status: 'active', location: 'Hall' });
});

test('needs pm.group_schedule.create, an active group of one’s own organization, and .edit to override a conflict', async () => {
  const id = await group();
  const { front_desk, staff } = desk.clinic.people;
  for (const by of [front_desk, staff]) expect(await refused(id, {}, by)).toBe('PERMISSION_DENIED');
  const away = await openRoom(database);
  expect(await refused(id, {}, away.clinic.people.org_admin)).toBe('GROUP_NOT_FOUND');
  expect(await refused(await group({ status: 'inactive' }))).toBe('GROUP_NOT_ACTIVE');
  const [one, two] = [await group({ location: 'Gym' }), await group({ location: 'Gym' })];
  await startNow(desk, one);
  expect(await start(two, { conflict_override: true })).toMatchObject({ status: 'active' });
});

test('of the group’s slots only the start counts', async () => {
  const now = await value<string>(desk.pool, "to_char(now() at time zone $1, 'HH24:MI')", [desk.clinic.timezone]);
  const [hour = 0] = now.split(':').map(Number);
  const two = (number: number) => String(number).padStart(2, '0');
  const slot = (from: number, to: number) =>
    JSON.stringify([{ days: [1, 2, 3, 4, 5, 6, 7], start: `${two(from)}:00`, end: `${two(to)}:00` }]);
  expect(
    await start(await group({ allowed_time_slots: slot(hour - 1, hour + 2) }), { duration_minutes: 300 }),
  ).toMatchObject({ status: 'active' });
  expect(await refused(await group({ allowed_time_slots: slot(hour + 2, hour + 3) }))).toBe('TIME_SLOT_NOT_ALLOWED');
});
