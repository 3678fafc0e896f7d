import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CalendarEvent, readCalendar } from '../../support/read-calendar.ts';
import { createSession } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';
import { type FeedClinic, inDays, openFeedClinic } from './feed-clinic.ts';

let world: FeedClinic;
let token: string;

beforeAll(async () => {
  world = await openFeedClinic();
  ({ token } = await world.link());
});
afterAll(() => world.database.close());

async function eventOf(session: string): Promise<CalendarEvent> {
  const { events } = readCalendar(await world.read(token));
  const found = events.filter((event) => event.uid === `${session}@quorum`);
  const [event] = found;
  if (event === undefined || found.length > 1) throw new Error(`${found.length} events of the session`);
  return event;
}

/** Wall-clock time of the day in UTC, as New York has it. */
const wall = async (day: string, time: string) =>
  (
    await value<Date>(world.database.pool, "($1::date + $2::time) at time zone 'America/New_York'", [day, time])
  ).toISOString();

test('the UID stays over move, other room, substitute, start and cancel, and the SEQUENCE goes up each time', async () => {
  const { facilitator, staff } = world.clinic.people;
  const session = await createSession(world.database.pool, world.clinic.id, world.group, {
    ...{ session_date: inDays(30), facilitator_id: facilitator, location: 'Room 1' },
  });
  const first = await eventOf(session);
  expect(first).toMatchObject({
    ...{ sequence: 0, status: 'CONFIRMED', summary: 'Morning Group', location: 'Room 1' },
    ...{ description: 'With The facilitator', start: await wall(inDays(30), '09:00') },
  });
  let sequence = first.sequence;
  const step = async (assignment: string): Promise<CalendarEvent> => {
    await world.change(`update public.pm_group_schedule set ${assignment} where id = $1`, [session]);
    const event = await eventOf(session);
    expect(event.sequence, assignment).toBeGreaterThan(sequence);
    expect(Date.parse(event.stamp)).toBeGreaterThanOrEqual(Date.parse(first.stamp));
    sequence = event.sequence;
    return event;
  };
  expect((await step(`session_date = '${inDays(31)}'`)).start).toBe(await wall(inDays(31), '09:00'));
  expect((await step("start_time = '09:30', end_time = '11:00'")).end).toBe(await wall(inDays(31), '11:00'));
  expect((await step("location = 'Room 2'")).location).toBe('Room 2');
  expect((await step(`facilitator_id = '${staff}'`)).description).toBe('With The staff');
  expect((await step(`co_facilitator_id = '${facilitator}'`)).description).toBe('With The staff and The facilitator');
  expect((await step("status = 'active'")).status).toBe('CONFIRMED');
  expect(await step("status = 'cancelled', cancellation_reason = 'Snow'")).toMatchObject({
    ...{ status: 'CANCELLED', transparency: 'TRANSPARENT', start: await wall(inDays(31), '09:30') },
  });
});

test('a change of the series raises the SEQUENCE of those that move, of the others not', async () => {
  await world.change("select public.pm_schedule_series($1, null, $2, '09:00', '10:00')", [
    ...[world.group, [inDays(40), inDays(47)]],
  ]);
  const { rows } = await world.database.pool.query<{ id: string }>(
    'select id from public.pm_group_schedule where series_id is not null order by starts_at',
  );
  const [first, second] = rows.map((row) => row.id);
  await world.change("select public.pm_change_series($1, 'following', '{\"days\": 1}')", [second]);
  expect((await eventOf(first ?? '')).sequence).toBe(0);
  expect((await eventOf(second ?? '')).sequence).toBe(1);
});

test('notes change nothing in a calendar', async () => {
  const session = await createSession(world.database.pool, world.clinic.id, world.group, {
    session_date: inDays(50),
  });
  await world.change("update public.pm_group_schedule set notes = 'x' where id = $1", [session]);
  expect((await eventOf(session)).sequence).toBe(0);
});

test('when the clinic moves to another time zone, sessions to come move in the calendar', async () => {
  const session = await createSession(world.database.pool, world.clinic.id, world.group, {
    session_date: inDays(51),
  });
  await world.database.pool.query("update public.pf_organizations set timezone = 'America/Phoenix'");
  expect(await eventOf(session)).toMatchObject({ start: `${inDays(51)}T16:00:00.000Z`, sequence: 1 });
  await world.database.pool.query("update public.pf_organizations set timezone = 'America/New_York'");
});
