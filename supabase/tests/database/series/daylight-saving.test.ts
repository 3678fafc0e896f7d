import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { at, openSeriesClinic, type SeriesClinic } from './series-clinic.ts';

const utc = (instant: string) => new Date(instant).toISOString().slice(0, 16);

describe.each([
  {
    zone: 'America/New_York',
    nine: [
      '2026-10-31T13:00',
      '2026-11-01T14:00',
      '2026-11-02T14:00',
      '2027-03-13T14:00',
      '2027-03-14T13:00',
      '2027-11-07T14:00',
    ],
  },
  {
    zone: 'America/Phoenix',
    nine: [
      '2026-10-31T16:00',
      '2026-11-01T16:00',
      '2026-11-02T16:00',
      '2027-03-13T16:00',
      '2027-03-14T16:00',
      '2027-11-07T16:00',
    ],
  },
])('$zone', ({ zone, nine }) => {
  let world: SeriesClinic;
  const dates = nine.map((instant) => instant.slice(0, 10));

  beforeAll(async () => {
    world = await openSeriesClinic(zone);
  });
  afterAll(() => world.database.close());

  test('a series keeps nine o’clock across the changes of the clocks, as its preview said', async () => {
    const preview = await world.preview(dates, { location: 'Room 1' });
    expect(preview.map((row) => [utc(row.starts_at), row.planned_start_time])).toEqual(
      nine.map((instant) => [instant, '09:00:00']),
    );
    const { created } = await world.schedule(dates, { location: 'Room 1' });
    expect(created.map((session) => [utc(session.starts_at), session.start_time])).toEqual(
      nine.map((instant) => [instant, '09:00:00']),
    );
  });

  test('moved as a whole, it keeps its wall clock too', async () => {
    const { created } = await world.schedule(dates, { location: 'Room 2' });
    const moved = await world.change(at(created, 0).id, 'following', { days: 1, start_time: '09:30' });
    for (const session of moved.changed) {
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
      expect(wall.format(new Date(session.starts_at))).toBe('09:30');
      expect(wall.format(new Date(session.ends_at))).toBe('10:00');
    }
  });
});

describe('the night in which an hour is missing', () => {
  let world: SeriesClinic;
  const dates = ['2027-03-13', '2027-03-14', '2027-03-15'];
  const values = { start_time: '02:15', end_time: '02:45', location: 'Night room' };

  beforeAll(async () => {
    world = await openSeriesClinic('America/New_York');
  });
  afterAll(() => world.database.close());

  test('is told beforehand, refused, or left out', async () => {
    const span = { ...values, end_time: '03:10' };
    const preview = await world.preview(dates, span);
    expect(preview.map((row) => row.conflicts.map((conflict) => conflict.kind))).toEqual([[], ['clock_change'], []]);
    expect(preview[1]?.conflicts[0]?.detail).toContain('The clocks go forward on Sun, Mar 14, 2027');
    expect(await codeOf(world.schedule(dates, span))).toBe('INVALID_DATE_RANGE');
    const saved = await world.schedule(dates, { ...span, skip_conflicts: true });
    expect(saved.created.map((session) => session.session_date)).toEqual(['2027-03-13', '2027-03-15']);
    expect(saved.skipped).toMatchObject([
      { session_date: '2027-03-14', error: 'INVALID_DATE_RANGE', detail: expect.stringContaining('does not exist') },
    ]);
  });

  test('also when a session of a series would be moved into it', async () => {
    const { created } = await world.schedule(dates, { location: 'Day room' });
    const into = { start_time: '02:15', end_time: '03:10' };
    expect((await refusalOf(world.change(at(created, 0).id, 'following', into))).code).toBe('INVALID_DATE_RANGE');
    const moved = await world.change(at(created, 0).id, 'following', into, true);
    expect(moved.changed.map((session) => session.session_date)).toEqual(['2027-03-13', '2027-03-15']);
    expect(moved.skipped).toMatchObject([{ session_id: at(created, 1).id, error: 'INVALID_DATE_RANGE' }]);
  });

  // Both ends inside the hour: Postgres shifts both alike, so that a check of the end against the start sees nothing.
  test('does not exist from 2:15 to 2:45 either', async () => {
    const preview = await world.preview(dates, { ...values, location: 'Quiet room' });
    expect(preview.map((row) => row.conflicts.map((conflict) => conflict.kind))).toEqual([[], ['clock_change'], []]);
    expect(await codeOf(world.schedule(dates, { ...values, location: 'Quiet room' }))).toBe('INVALID_DATE_RANGE');
  });
});

test('in Phoenix that night is a night like any other', async () => {
  const world = await openSeriesClinic('America/Phoenix');
  try {
    const { created } = await world.schedule(['2027-03-14'], { start_time: '02:15', end_time: '03:10' });
    expect(created.map((session) => utc(session.starts_at))).toEqual(['2027-03-14T09:15']);
  } finally {
    await world.database.close();
  }
});
