import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser } from '../../support/database.ts';
import { createGroup } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';
import { at, datesFrom, openSeriesClinic, type SeriesClinic } from './series-clinic.ts';

let world: SeriesClinic;
let today: string;

beforeAll(async () => {
  world = await openSeriesClinic();
  today = await value<string>(world.database.pool, "((now() at time zone 'America/New_York')::date)::text");
});
afterAll(() => world.database.close());

const overview = async (seriesId: string | null) => {
  const { rows } = await asUser(world.database.pool, world.clinic.people.staff, (client) =>
    client.query(
      `select first_session_on::text, last_session_on::text, session_count, sessions_left, is_running_out, group_name
       from public.pm_session_series_overview where id = $1`,
      [seriesId],
    ),
  );
  return rows[0];
};
const after = (days: number) => at(datesFrom(today, 2, days), 1);
const seriesOn = async (dates: string[], group = world.group) =>
  (await world.schedule(dates, { group_definition_id: group })).series_id;

test('a series tells its dates, how many are left, and leaves the cancelled out', async () => {
  const dates = [after(-7), after(7), after(14), after(21)];
  const saved = await world.schedule(dates);
  await world.cancelSessions([at(saved.created, 3).id], 'Snow');
  expect(await overview(saved.series_id)).toEqual({
    ...{ first_session_on: dates[0], last_session_on: dates[2], session_count: 3, sessions_left: 2 },
    ...{ is_running_out: true, group_name: 'Morning Group' },
  });
});

test.each([
  [21, true],
  [22, false],
  [-60, true],
  [-61, false],
])('a series whose last session is %i days from today is running out: %s', async (days, expected) => {
  expect((await overview(await seriesOn([after(days)])))?.is_running_out).toBe(expected);
});

test('not when it is meant to end, its group ends with it, or the group is not active', async () => {
  const { pool } = world.database;
  const seriesId = await seriesOn([after(7)]);
  await commitAsUser(pool, world.clinic.people.facilitator, (client) =>
    client.query('update public.pm_session_series set is_finite = true where id = $1', [seriesId]),
  );
  expect((await overview(seriesId))?.is_running_out).toBe(false);
  const ending = await createGroup(pool, world.clinic.id, { start_date: '2020-01-01', end_date: after(7) });
  expect((await overview(await seriesOn([after(7)], ending)))?.is_running_out).toBe(false);
  expect((await overview(await seriesOn([after(5)], ending)))?.is_running_out).toBe(true);
  const paused = await createGroup(pool, world.clinic.id);
  const pausedSeries = await seriesOn([after(7)], paused);
  expect((await overview(pausedSeries))?.is_running_out).toBe(true);
  await pool.query("update public.pm_group_definitions set status = 'inactive' where id = $1", [paused]);
  expect((await overview(pausedSeries))?.is_running_out).toBe(false);
});
