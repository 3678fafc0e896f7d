import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser } from '../../support/database.ts';
import { createSession } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';
import { at, datesFrom, openSeriesClinic, type SeriesClinic } from '../series/series-clinic.ts';

interface DomainEvent {
  event_type: string;
  payload: Record<string, unknown>;
}

let world: SeriesClinic;

beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

/** The events that `work` leaves behind, in the order of their ids. */
async function eventsOf(work: () => Promise<unknown>): Promise<DomainEvent[]> {
  const last = await value<string>(world.database.pool, 'select coalesce(max(id), 0) from public.pf_domain_events');
  await work();
  const { rows } = await world.database.pool.query<DomainEvent>(
    'select event_type, payload from public.pf_domain_events where id > $1 and organization_id = $2 order by id',
    [last, world.clinic.id],
  );
  return rows;
}
const scheduled = (session_id: string, session_date: string): DomainEvent => ({
  event_type: 'pm_group_session_scheduled',
  payload: { group_id: world.group, session_id, session_date },
});
const cancelled = (session_id: string, reason: string): DomainEvent => ({
  event_type: 'pm_group_session_cancelled',
  payload: { group_id: world.group, session_id, reason },
});
const asFacilitator = (sql: string, values: unknown[] = []) =>
  commitAsUser(world.database.pool, world.clinic.people.facilitator, (client) => client.query(sql, values));
const byOccurrence = (events: DomainEvent[]) =>
  events.toSorted((one, other) => String(one.payload.session_id).localeCompare(String(other.payload.session_id)));

test('a series: one event for each occurrence that is made, none for those left out', async () => {
  await createSession(world.database.pool, world.clinic.id, world.group, { session_date: '2031-02-08', location: 'A' });
  let created: { id: string; session_date: string }[] = [];
  const events = await eventsOf(async () => {
    ({ created } = await world.schedule(datesFrom('2031-02-01', 3), { location: 'A', skip_conflicts: true }));
  });
  expect(created).toHaveLength(2);
  expect(events).toEqual(created.map((session) => scheduled(session.id, session.session_date)));
});

test('sessions inserted by request, several in one: one event each', async () => {
  const insert = `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time)
    values ($1, $2, '2031-03-01', '09:00', '10:00'), ($1, $2, '2031-03-02', '09:00', '10:00') returning id`;
  let ids: string[] = [];
  const events = await eventsOf(async () => {
    ids = (await asFacilitator(insert, [world.clinic.id, world.group])).rows.map((row) => row.id);
  });
  expect(events).toEqual([scheduled(at(ids, 0), '2031-03-01'), scheduled(at(ids, 1), '2031-03-02')]);
});

test('cancelling, by function, by request, as a series or many at once: one event each with its reason', async () => {
  const { created } = await world.schedule(datesFrom('2031-04-01', 7));
  const ids = created.map((session) => session.id);
  const byFunction = await eventsOf(() =>
    commitAsUser(world.database.pool, world.clinic.people.facilitator, (client) =>
      rpc(client, 'pm_cancel_session', { session_id: ids[0], reason: ' Snow ' }),
    ),
  );
  expect(byFunction).toEqual([cancelled(at(ids, 0), 'Snow')]);
  const byRequest = await eventsOf(() =>
    asFacilitator(
      "update public.pm_group_schedule set status = 'cancelled', cancellation_reason = 'Ice' where id = any ($1)",
      [ids.slice(1, 3)],
    ),
  );
  expect(byOccurrence(byRequest)).toEqual(byOccurrence(ids.slice(1, 3).map((id) => cancelled(id, 'Ice'))));
  const many = await eventsOf(() => world.cancelSessions([...ids.slice(0, 4), at(ids, 3)], 'Storm'));
  expect(many).toEqual([cancelled(at(ids, 3), 'Storm')]);
  const series = await eventsOf(() => world.cancelSeries(at(ids, 4), 'following', 'Flood'));
  expect(byOccurrence(series)).toEqual(byOccurrence(ids.slice(4).map((id) => cancelled(id, 'Flood'))));
});

test('none for a move, another room, a substitute, notes, a start, a completion, or a change of the series', async () => {
  const { created } = await world.schedule(datesFrom('2031-07-01', 3));
  const id = at(created, 0).id;
  const events = await eventsOf(async () => {
    for (const assignment of [
      "session_date = '2031-07-02'",
      "start_time = '08:00'",
      "location = 'Elsewhere'",
      `facilitator_id = '${world.clinic.people.staff}'`,
      "notes = 'x'",
      'conflict_override = true',
    ]) {
      await asFacilitator(`update public.pm_group_schedule set ${assignment} where id = $1`, [id]);
    }
    await world.change(id, 'all', { days: 1, location: 'Elsewhere' });
    await asFacilitator('select public.pm_start_session($1)', [id]);
    await asFacilitator('select public.pm_complete_session($1)', [id]);
  });
  expect(events).toEqual([]);
});

test('events are taken back with their transaction, refused ones of a series too', async () => {
  const events = await eventsOf(async () => {
    await asUser(world.database.pool, world.clinic.people.facilitator, async (client) => {
      await client.query(
        `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time)
         values ($1, $2, '2031-09-01', '09:00', '10:00')`,
        [world.clinic.id, world.group],
      );
      const own =
        "select count(*)::integer from public.pf_domain_events where payload ->> 'session_date' = '2031-09-01'";
      await client.query("select set_config('role', 'service_role', true)");
      expect(await value<number>(client, own)).toBe(1);
    });
    await createSession(world.database.pool, world.clinic.id, world.group, {
      session_date: '2031-10-15',
      location: 'B',
    });
    expect(await codeOf(world.schedule(datesFrom('2031-10-01', 3), { location: 'B' }))).toBe('SCHEDULE_CONFLICT');
  });
  expect(events.map((event) => event.payload.session_date)).toEqual(['2031-10-15']);
});
