import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malformedLines, readCalendar } from '../../support/read-calendar.ts';
import { createSession } from '../../support/records.ts';
import { type FeedClinic, openFeedClinic } from './feed-clinic.ts';

// The nights in which New York changes its clocks, and the days around them.
const now = new Date().getUTCFullYear();
const sundays = (year: number, month: number) =>
  Array.from({ length: 14 }, (_, index) => new Date(Date.UTC(year, month, index + 1)))
    .filter((date) => date.getUTCDay() === 0)
    .map((date) => date.toISOString().slice(0, 10));
/** The second Sunday of March and the first of November. */
const nights = [2026, 2027, now - 1, now, now + 1]
  .filter((year, index, years) => years.indexOf(year) === index)
  .flatMap((year) => [sundays(year, 2)[1], sundays(year, 10)[0]]);
const times: [start: string, end: string][] = [
  ['00:15', '01:15'],
  ['01:15', '01:45'],
  ['01:45', '03:15'],
  ['03:15', '04:00'],
  ['09:00', '10:00'],
  ['23:00', '24:00'],
];

interface Known {
  id: string;
  start: string;
  end: string;
}

describe.each([
  { zone: 'America/New_York' },
  { zone: 'America/Phoenix' },
  // Daylight time in January, a change of half an hour, an offset of 45 minutes.
  { zone: 'Australia/Lord_Howe' },
  { zone: 'Asia/Kathmandu' },
])('$zone', ({ zone }) => {
  let world: FeedClinic;
  let known: Known[];

  beforeAll(async () => {
    world = await openFeedClinic(zone);
    const { pool } = world.database;
    for (const night of nights) {
      for (const offset of [-1, 0, 1]) {
        for (const [start_time, end_time] of times) {
          const { rows } = await pool.query<{ day: string }>('select ($1::date + $2::integer)::text as day', [
            night,
            offset,
          ]);
          const columns = { session_date: rows[0]?.day, start_time, end_time };
          await createSession(pool, world.clinic.id, world.group, columns);
        }
      }
    }
    const { rows } = await pool.query<{ id: string; starts_at: Date; ends_at: Date }>(
      'select id, starts_at, ends_at from public.pm_group_schedule order by starts_at',
    );
    known = rows.map((row) => ({ id: row.id, start: row.starts_at.toISOString(), end: row.ends_at.toISOString() }));
  });
  afterAll(() => world.database.close());

  test('a reader that we did not write finds each session at the database’s own instants', async () => {
    const text = await world.read((await world.link()).token);
    expect(malformedLines(text)).toEqual([]);
    const calendar = readCalendar(text);
    expect(calendar.zones).toEqual([zone]);
    const days = (count: number) => Date.now() + count * 86_400_000;
    const shown = ({ start }: Known) => Date.parse(start) > days(-90) && Date.parse(start) < days(365);
    expect(calendar.events.map((event) => ({ id: event.uid, start: event.start, end: event.end }))).toEqual(
      known.filter(shown).map((session) => ({ ...session, id: `${session.id}@quorum` })),
    );
    expect(calendar.events.length).toBeGreaterThan(30);
  });

  test('so it does in a file of one session, whose time zone spans that session alone', async () => {
    for (const session of known.filter((_, index) => index % 4 === 0)) {
      const [event] = readCalendar(await world.file({ session_id: session.id })).events;
      expect(event).toMatchObject({ uid: `${session.id}@quorum`, start: session.start, end: session.end });
    }
  });
});

test('an hour that the clocks repeat: the second pass is written in UTC, as a wall time would mean the first', async () => {
  const world = await openFeedClinic('America/New_York');
  try {
    const { pool } = world.database;
    const columns = { session_date: '2035-11-04', start_time: '01:15', end_time: '03:00' };
    const session_id = await createSession(pool, world.clinic.id, world.group, columns);
    const text = await world.file({ session_id });
    expect(text).toContain('DTSTART:20351104T061500Z');
    expect(text).toContain('DTEND;TZID=America/New_York:20351104T030000');
  } finally {
    await world.database.close();
  }
});

// The negative control: the reader does go by the time zone that the text defines.
test('with other offsets in the text, the reader finds other instants', async () => {
  const world = await openFeedClinic('America/New_York');
  try {
    const { pool } = world.database;
    const session_id = await createSession(pool, world.clinic.id, world.group, { session_date: '2035-03-12' });
    const startOf = async () => readCalendar(await world.file({ session_id })).events[0]?.start;
    expect(await startOf()).toBe('2035-03-12T13:00:00.000Z');
    await pool.query(`
      create or replace function private.calendar_offset(distance interval) returns text
      language sql immutable set search_path = '' as $$ select '-0500' $$`);
    expect(await startOf()).toBe('2035-03-12T14:00:00.000Z');
  } finally {
    await world.database.close();
  }
});
