import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser } from '../../support/database.ts';
import { createOrganization } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc } from '../../support/rpc.ts';
import {
  at,
  datesFrom,
  openSeriesClinic,
  overlappingClaims,
  type SeriesClinic,
  type Session,
} from './series-clinic.ts';

let world: SeriesClinic;
let year = 2030;

beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

/** Five weekly sessions in a year of their own, from 9 to 10 in Room 1. */
async function fiveWeeks(values: Record<string, unknown> = {}): Promise<Session[]> {
  year += 1;
  const dates = datesFrom(`${year}-02-01`, 5);
  return (await world.schedule(dates, { location: 'Room 1', ...values })).created;
}
const idsOf = (sessions: Session[]) => sessions.map((session) => session.id);
const mend = (id: string, assignment: string) =>
  commitAsUser(world.database.pool, world.clinic.people.facilitator, (client) =>
    client.query(`update public.pm_group_schedule set ${assignment} where id = $1`, [id]),
  );
const move = (id: string, name: string, values: Record<string, unknown> = {}) =>
  commitAsUser(world.database.pool, world.clinic.people.facilitator, (client) =>
    rpc(client, name, { session_id: id, ...values }),
  );

test('this and following: the ones before stay', async () => {
  const sessions = await fiveWeeks();
  const result = await world.change(at(sessions, 2).id, 'following', { start_time: '13:00', end_time: '14:30' });
  expect(result).toMatchObject({ kept: 0, skipped: [] });
  expect(idsOf(result.changed)).toEqual(idsOf(sessions.slice(2)));
  const after = await world.sessionsOf(at(sessions, 0).series_id);
  expect(after.map((session) => session.start_time)).toEqual([
    ...['09:00:00', '09:00:00', '13:00:00', '13:00:00', '13:00:00'],
  ]);
});

test('all: everything still to come and the chosen one; what lies behind stays', async () => {
  const past = datesFrom('2020-02-01', 2);
  const sessions = (await world.schedule([...past, ...datesFrom('2029-02-01', 2)], { location: 'Room 8' })).created;
  const result = await world.change(at(sessions, 2).id, 'all', { location: 'Room 9' });
  expect(idsOf(result.changed)).toEqual(idsOf(sessions.slice(2)));
  const withChosen = await world.change(at(sessions, 1).id, 'all', { notes: 'x' });
  expect(idsOf(withChosen.changed)).toEqual(idsOf(sessions.slice(1)));
});

test('completed, active and cancelled sessions stay as they are', async () => {
  const sessions = await fiveWeeks();
  await move(at(sessions, 1).id, 'pm_complete_session');
  await move(at(sessions, 2).id, 'pm_start_session');
  await move(at(sessions, 3).id, 'pm_cancel_session', { reason: 'Snow' });
  const seriesId = at(sessions, 0).series_id;
  const before = await world.sessionsOf(seriesId);
  for (const scope of ['following', 'all']) {
    const result = await world.change(at(sessions, 0).id, scope, { location: `Room ${scope}`, days: 1 });
    expect(idsOf(result.changed)).toEqual([at(sessions, 0).id, at(sessions, 4).id]);
  }
  expect((await world.sessionsOf(seriesId)).slice(1, 4)).toEqual(before.slice(1, 4));
});

test('when nothing is scheduled any more, there is nothing to change', async () => {
  const sessions = await fiveWeeks();
  await world.cancelSeries(at(sessions, 0).id, 'all', 'Flood');
  expect(await codeOf(world.change(at(sessions, 0).id, 'following', { location: 'x' }))).toBe('INVALID_TRANSITION');
  expect(await world.previewChange(at(sessions, 0).id, 'following', { location: 'x' })).toEqual([]);
});

test('what was mended by hand keeps its own in that respect and follows in the others', async () => {
  const { facilitator, staff, front_desk } = world.clinic.people;
  const sessions = await fiveWeeks({ facilitator_id: facilitator, notes: 'Same' });
  await mend(at(sessions, 1).id, "start_time = '11:00', end_time = '12:00'");
  await mend(at(sessions, 2).id, "location = 'Room 2'");
  await mend(at(sessions, 3).id, `facilitator_id = '${staff}'`);
  await mend(at(sessions, 4).id, "notes = 'Own'");
  const changes = {
    ...{ days: 1, start_time: '13:00', end_time: '14:00' },
    ...{ facilitator_id: front_desk, location: 'Room 7', notes: null },
  };
  const preview = await world.previewChange(at(sessions, 0).id, 'following', changes);
  expect(preview.map((row) => row.keeps_own)).toEqual([false, true, true, true, true]);
  const { changed, kept } = await world.change(at(sessions, 0).id, 'following', changes);
  expect(kept).toBe(4);
  const dates = sessions.map((session) => datesFrom(session.session_date, 2, 1)[1]);
  expect(changed.map((session) => [session.session_date, session.start_time])).toEqual([
    [dates[0], '13:00:00'],
    [at(sessions, 1).session_date, '11:00:00'],
    [dates[2], '13:00:00'],
    [dates[3], '13:00:00'],
    [dates[4], '13:00:00'],
  ]);
  expect(changed.map((session) => session.location)).toEqual(['Room 7', 'Room 7', 'Room 2', 'Room 7', 'Room 7']);
  expect(changed.map((session) => session.facilitator_id)).toEqual([
    front_desk,
    front_desk,
    front_desk,
    staff,
    front_desk,
  ]);
  expect(changed.map((session) => session.notes)).toEqual([null, null, null, null, 'Own']);
});

test('null takes people and room away; the co-facilitator may become the facilitator', async () => {
  const { facilitator, staff } = world.clinic.people;
  const sessions = await fiveWeeks({ facilitator_id: facilitator, co_facilitator_id: staff });
  const swapped = await world.change(at(sessions, 0).id, 'all', {
    facilitator_id: staff,
    co_facilitator_id: facilitator,
  });
  expect(swapped.changed).toHaveLength(5);
  for (const session of swapped.changed) {
    expect(session).toMatchObject({ facilitator_id: staff, co_facilitator_id: facilitator });
  }
  const bare = await world.change(at(sessions, 0).id, 'all', {
    ...{ facilitator_id: null, co_facilitator_id: null, location: null },
  });
  for (const session of bare.changed) {
    expect(session).toMatchObject({ facilitator_id: null, co_facilitator_id: null, location: null });
  }
  const { rows } = await world.database.pool.query('select * from public.pm_session_series where id = $1', [
    at(sessions, 0).series_id,
  ]);
  expect(rows[0]).toMatchObject({ facilitator_id: null, co_facilitator_id: null, location: null });
});

test('moves by which each takes the slot of the next one meet nothing', async () => {
  const sessions = await fiveWeeks();
  const changed = await world.change(at(sessions, 0).id, 'following', { days: 7 });
  expect(changed.changed.map((session) => session.session_date)).toEqual(
    sessions.map((session) => datesFrom(session.session_date, 2)[1]),
  );
  const back = await world.change(at(sessions, 0).id, 'following', { days: -7 });
  expect(back.changed.map((session) => session.session_date)).toEqual(sessions.map((session) => session.session_date));
  // Following the second: the last of those before it stands where the second would go.
  expect(await codeOf(world.change(at(sessions, 1).id, 'following', { days: -7 }))).toBe('SCHEDULE_CONFLICT');
  expect(await overlappingClaims(world.database.pool)).toBe(0);
});

test('two sessions of a series swap their rooms and their days in one statement', async () => {
  const [first, second] = await fiveWeeks();
  if (first === undefined || second === undefined) throw new Error('No sessions');
  await commitAsUser(world.database.pool, world.clinic.people.facilitator, (client) =>
    client.query(
      `update public.pm_group_schedule set session_date = case id when $1 then $3::date else $4::date end where id in ($1, $2)`,
      [first.id, second.id, second.session_date, first.session_date],
    ),
  );
  const after = await world.sessionsOf(first.series_id);
  expect(idsOf(after.slice(0, 2))).toEqual([second.id, first.id]);
});

test('a conflict refuses the whole; skip_conflicts leaves the one, and it blocks whoever would take its slot', async () => {
  const { pool } = world.database;
  const sessions = await fiveWeeks();
  // Somebody else's, where the last one would go: the last stays, so the one before it cannot have its slot, and so on.
  await createSession(pool, world.clinic.id, world.group, {
    ...{ session_date: datesFrom(at(sessions, 4).session_date, 2)[1], location: 'Room 1' },
  });
  const shift = { days: 7 };
  const preview = await world.previewChange(at(sessions, 0).id, 'following', shift);
  expect(preview.map((row) => row.conflicts.length)).toEqual([0, 0, 0, 0, 1]);
  expect(await refusalOf(world.change(at(sessions, 0).id, 'following', shift))).toMatchObject({
    ...{ code: 'SCHEDULE_CONFLICT', detail: expect.stringMatching(/^1 of 5 dates cannot be kept\. Room 1 is already/) },
  });
  const left = await world.change(at(sessions, 0).id, 'following', shift, true);
  expect(left.changed).toEqual([]);
  expect(left.skipped.map((skip) => skip.session_id)).toEqual(idsOf(sessions).reverse());
  expect(await world.sessionsOf(at(sessions, 0).series_id)).toMatchObject(
    sessions.map((session) => ({ id: session.id, session_date: session.session_date })),
  );
  const beside = await world.change(at(sessions, 0).id, 'following', { days: 7, location: 'Room 12' }, true);
  expect(beside.changed).toHaveLength(5);
  expect(await overlappingClaims(pool)).toBe(0);
});

test('with skip_conflicts only those in the way stay, and the rest moves', async () => {
  const sessions = await fiveWeeks();
  const blocked = at(sessions, 2);
  await createSession(world.database.pool, world.clinic.id, world.group, {
    ...{ session_date: blocked.session_date, start_time: '13:30', end_time: '14:00', location: 'Room 1' },
  });
  const result = await world.change(at(sessions, 0).id, 'all', { start_time: '13:00', end_time: '14:00' }, true);
  expect(idsOf(result.changed)).toEqual(idsOf(sessions.toSpliced(2, 1)));
  expect(result.skipped).toMatchObject([
    { session_id: blocked.id, error: 'SCHEDULE_CONFLICT', detail: expect.stringContaining('Room 1 is already taken') },
  ]);
});

test('scheduling anyway lets the series into a taken room, and taking that back meets the conflict', async () => {
  const sessions = await fiveWeeks();
  await createSession(world.database.pool, world.clinic.id, world.group, {
    ...{ session_date: at(sessions, 1).session_date, start_time: '13:00', end_time: '14:00', location: 'Room 1' },
  });
  const changes = { start_time: '13:00', end_time: '14:00', conflict_override: true };
  expect((await world.change(at(sessions, 0).id, 'all', changes)).changed).toHaveLength(5);
  expect(await codeOf(world.change(at(sessions, 0).id, 'all', { conflict_override: false }))).toBe('SCHEDULE_CONFLICT');
  const { changed } = await world.change(at(sessions, 0).id, 'all', { conflict_override: false }, true);
  expect(idsOf(changed)).toEqual(idsOf(sessions.toSpliced(1, 1)));
});

test('an extension continues the series, and the rule and template follow changes', async () => {
  const sessions = await fiveWeeks({ recurrence_rule: 'FREQ=WEEKLY;COUNT=5' });
  const series_id = at(sessions, 0).series_id;
  const series = async () =>
    (await world.database.pool.query('select * from public.pm_session_series where id = $1', [series_id])).rows[0];
  await world.database.pool.query('update public.pm_session_series set is_finite = true where id = $1', [series_id]);
  const dates = datesFrom(at(sessions, 4).session_date, 3).slice(1);
  const extended = await world.schedule(dates, {
    series_id,
    location: 'Room 1',
    recurrence_rule: 'FREQ=WEEKLY;COUNT=7',
  });
  expect(extended.series_id).toBe(series_id);
  expect((await world.sessionsOf(series_id)).map((session) => session.session_date)).toEqual([
    ...sessions.map((session) => session.session_date),
    ...dates,
  ]);
  expect(await series()).toMatchObject({ recurrence_rule: 'FREQ=WEEKLY;COUNT=7', is_finite: false });
  await world.schedule(datesFrom(at(dates, 1), 2).slice(1), { series_id });
  expect((await series()).recurrence_rule).toBe('FREQ=WEEKLY;COUNT=7');
  await world.change(at(sessions, 0).id, 'all', { location: ' Room 3 ', recurrence_rule: 'FREQ=WEEKLY' });
  expect(await series()).toMatchObject({ location: 'Room 3', recurrence_rule: 'FREQ=WEEKLY', start_time: '09:00:00' });
});

test('only a series of the same group is extended', async () => {
  const stranger = await openSeriesClinic();
  try {
    const [foreign] = (await stranger.schedule(['2028-01-01'])).created;
    expect(await codeOf(world.schedule(['2028-01-01'], { series_id: foreign?.series_id }))).toBe('SERIES_NOT_FOUND');
  } finally {
    await stranger.database.close();
  }
  const [own] = await fiveWeeks();
  const other = await createOrganization(world.database.pool);
  expect(await codeOf(world.schedule(['2028-01-01'], { series_id: own?.series_id }, other.people.org_admin))).toBe(
    'GROUP_NOT_FOUND',
  );
});
