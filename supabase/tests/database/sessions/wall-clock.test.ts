import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';

let database: TestDatabase;
const places: Record<string, { id: string; group: string }> = {};

beforeAll(async () => {
  database = await openDatabase();
  for (const zone of ['America/New_York', 'America/Phoenix']) {
    const { id } = await createOrganization(database.pool, zone);
    places[zone] = { id, group: await createGroup(database.pool, id) };
  }
});
afterAll(() => database.close());

const place = (zone: string) => places[zone] ?? { id: '', group: '' };
const make = (zone: string, session_date: string, start_time: string, end_time: string, columns = {}) =>
  createSession(database.pool, place(zone).id, place(zone).group, { session_date, start_time, end_time, ...columns });

/** [start, end] in UTC and the wall clock. */
async function timesOf(id: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ times: string[] }>(
    `select array[to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
       start_time::text, end_time::text] as times from public.pm_group_schedule where id = $1`,
    [id],
  );
  return rows[0]?.times ?? [];
}

test.each([
  // Phoenix has no daylight saving time: nine o'clock is 16:00 UTC all year.
  ['America/Phoenix', '2026-03-07', '09:00', '10:00', '2026-03-07 16:00', '2026-03-07 17:00'],
  ['America/Phoenix', '2026-03-08', '02:30', '03:30', '2026-03-08 09:30', '2026-03-08 10:30'],
  ['America/Phoenix', '2026-11-01', '01:30', '02:30', '2026-11-01 08:30', '2026-11-01 09:30'],
  // New York goes forward on 2026-03-08 at 2:00 and back on 2026-11-01 at 2:00.
  ['America/New_York', '2026-03-07', '09:00', '10:00', '2026-03-07 14:00', '2026-03-07 15:00'],
  ['America/New_York', '2026-03-08', '09:00', '10:00', '2026-03-08 13:00', '2026-03-08 14:00'],
  ['America/New_York', '2026-03-08', '01:00', '03:30', '2026-03-08 06:00', '2026-03-08 07:30'],
  ['America/New_York', '2026-11-01', '00:30', '02:30', '2026-11-01 04:30', '2026-11-01 07:30'],
  ['America/New_York', '2026-11-02', '09:00', '10:00', '2026-11-02 14:00', '2026-11-02 15:00'],
])('%s: %s %s-%s is %s-%s UTC', async (zone, date, start, end, startUtc, endUtc) => {
  expect(await timesOf(await make(zone, date, start, end))).toEqual([startUtc, endUtc, `${start}:00`, `${end}:00`]);
});

test('a session that falls into the hour that does not exist is refused in words', async () => {
  expect(await refusalOf(make('America/New_York', '2026-03-08', '02:30', '03:00'))).toMatchObject({
    code: 'INVALID_DATE_RANGE',
    detail: expect.stringContaining('does not exist that day'),
  });
});

test.each([
  ['09:00', '09:00'],
  ['09:00', '08:00'],
  ['23:00', '00:00'],
])('a session from %s to %s is refused', async (start, end) => {
  expect(await codeOf(make('America/Phoenix', '2026-04-01', start, end))).toBe('INVALID_DATE_RANGE');
});

test.each(['1899-12-31', '2200-01-01'])('a session on %s is out of range', async (date) => {
  expect((await refusalOf(make('America/Phoenix', date, '09:00', '10:00'))).constraint).toBe(
    'pm_group_schedule_session_date_range',
  );
});

test('sessions to come keep their wall clock when the zone changes, past and finished ones their instant', async () => {
  const { id } = await createOrganization(database.pool, 'America/Phoenix');
  const group = await createGroup(database.pool, id, { location: 'Room 1' });
  const make = (session_date: string, start_time: string, end_time: string) =>
    createSession(database.pool, id, group, { session_date, start_time, end_time });
  const past = await make('2020-01-15', '09:00', '10:00');
  // Three hours apart, the later one first: moved one by one, each would meet the other's old time.
  const noon = await make('2099-01-15', '12:00', '13:00');
  const morning = await make('2099-01-15', '09:00', '10:00');
  const afternoon = await make('2099-01-15', '15:00', '16:00');
  const done = await make('2099-01-15', '18:00', '19:00');
  await database.pool.query("update public.pm_group_schedule set status = 'completed' where id = $1", [done]);

  const setZone = (zone: string) =>
    database.pool.query('update public.pf_organizations set timezone = $2 where id = $1', [id, zone]);
  const claimed = async (session: string) =>
    (
      await database.pool.query(
        `select from private.schedule_claims claim join public.pm_group_schedule session on session.id = claim.session_id
         where session.id = $1 and claim.during = tstzrange(session.starts_at, session.ends_at)`,
        [session],
      )
    ).rowCount;
  for (const [zone, nine] of [
    ['America/New_York', '14:00'],
    ['America/Phoenix', '16:00'],
    ['America/Denver', '16:00'],
    ['Asia/Kolkata', '03:30'],
  ] as const) {
    await setZone(zone);
    expect((await timesOf(morning)).slice(0, 3), zone).toEqual([
      `2099-01-15 ${nine}`,
      expect.stringContaining('2099-01-15'),
      '09:00:00',
    ]);
    for (const session of [morning, noon, afternoon]) expect(await claimed(session), zone).toBe(1);
  }
  expect((await timesOf(past))[0]).toBe('2020-01-15 16:00');
  expect((await timesOf(done))[0]).toBe('2099-01-16 01:00');
});

test('a zone that does not exist is refused', async () => {
  const { id } = place('America/Phoenix');
  for (const zone of ['Mars/Olympus', '', '+25:00', 'x'.repeat(10_000)]) {
    expect(
      await codeOf(database.pool.query('update public.pf_organizations set timezone = $2 where id = $1', [id, zone])),
    ).toBe('INVALID_TIMEZONE');
  }
});
