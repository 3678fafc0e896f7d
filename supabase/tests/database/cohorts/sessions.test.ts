import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';
import { batch, kinds, sessionsOf } from './cohort-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** A group with a series on four Mondays at 9, a single session of its own room, and a cancelled one. */
async function deskWithSessions() {
  const desk = await openDesk(database);
  const { facilitator } = desk.clinic.people;
  const source = await desk.group(3, {
    ...{ name: 'Morning Group', location: 'Room 3', facilitator_id: facilitator },
    ...{ start_date: '2031-03-03', end_date: '2031-03-31', time_period: 'AM' },
  });
  const planned = await desk.ask<{ series_id: string }>('pm_schedule_series', {
    ...{ group_definition_id: source, recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20310324' },
    ...{
      session_dates: ['2031-03-03', '2031-03-10', '2031-03-17', '2031-03-24'],
      start_time: '09:00',
      end_time: '10:00',
    },
  });
  const single = { session_date: '2031-03-05', start_time: '13:00', end_time: '14:00', location: 'Garden' };
  await createSession(desk.pool, desk.clinic.id, source, single);
  const cancelled = { session_date: '2031-03-06', status: 'cancelled', cancellation_reason: 'Snow' };
  await createSession(desk.pool, desk.clinic.id, source, cancelled);
  return { desk, source, series: planned.series_id };
}
const seriesOf = async (desk: Desk, group: string) =>
  (
    await desk.pool.query(
      'select id, recurrence_rule, start_time::text, is_finite from public.pm_session_series where group_definition_id = $1',
      [group],
    )
  ).rows;
const made = async (desk: Desk, source: string, days: number, further = {}) =>
  at((await batch(desk, [source], days, { include_sessions: true, ...further })).groups, 0);

test('sessions that are not cancelled are moved, with a series of their own and the group’s people', async () => {
  const { desk, source, series } = await deskWithSessions();
  const clone = await made(desk, source, 28, { include_facilitators: true });
  expect(clone.sessions).toEqual({ created: 5, first_date: '2031-03-31', last_date: '2031-04-21', skipped: [] });
  const rows = await sessionsOf(desk, clone.group.id);
  expect(rows.map((row) => [row.day, row.at, row.location, row.session_type])).toEqual([
    ['2031-03-31', '09:00-10:00', 'Room 3', 'recurring'],
    ['2031-04-02', '13:00-14:00', 'Garden', 'scheduled'],
    ['2031-04-07', '09:00-10:00', 'Room 3', 'recurring'],
    ['2031-04-14', '09:00-10:00', 'Room 3', 'recurring'],
    ['2031-04-21', '09:00-10:00', 'Room 3', 'recurring'],
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({ status: 'scheduled', facilitator_id: desk.clinic.people.facilitator });
    expect(row.organization_id).toBe(desk.clinic.id);
  }
  expect(await seriesOf(desk, clone.group.id)).toEqual([
    {
      ...{ id: rows[0]?.series_id, recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20310421' },
      ...{ start_time: '09:00:00', is_finite: false },
    },
  ]);
  expect(rows[0]?.series_id).not.toBe(series);
  expect((await sessionsOf(desk, source)).map((row) => row.day)).toHaveLength(6);
  const events = await desk.pool.query(
    `select from public.pf_domain_events event join public.pm_group_schedule session on session.id::text = event.payload ->> 'session_id'
     where session.group_definition_id = $1`,
    [clone.group.id],
  );
  expect(events.rowCount).toBe(5);
});

test('moved by no whole weeks, the days of the rule no longer fit: the series goes without one', async () => {
  const { desk, source } = await deskWithSessions();
  const clone = await made(desk, source, 30);
  expect(clone.sessions.created).toBe(5);
  expect((await seriesOf(desk, clone.group.id)).map((row) => row.recurrence_rule)).toEqual([null]);
  expect((await sessionsOf(desk, clone.group.id))[0]?.day).toBe('2031-04-02');
});

test('what is taken, closed or skipped by the clocks is left out and named', async () => {
  const { desk, source } = await deskWithSessions();
  await createSession(desk.pool, desk.clinic.id, await desk.group(3, { name: 'In the way', location: 'Room 3' }), {
    ...{ session_date: '2031-04-07', start_time: '09:30', end_time: '11:00' },
  });
  await desk.pool.query('insert into public.pm_closed_days (organization_id, closed_on, name) values ($1, $2, $3)', [
    ...[desk.clinic.id, '2031-04-14', 'Spring Day'],
  ]);
  const clone = await made(desk, source, 28);
  expect(clone.sessions).toMatchObject({ created: 3, first_date: '2031-03-31', last_date: '2031-04-21' });
  expect(clone.sessions.skipped).toMatchObject([
    {
      session_date: '2031-04-07',
      start_time: '09:00:00',
      error: 'SCHEDULE_CONFLICT',
      detail: expect.stringContaining('Room 3'),
    },
    {
      session_date: '2031-04-14',
      start_time: '09:00:00',
      error: 'CLOSED_DAY',
      detail: expect.stringContaining('Spring Day'),
    },
  ]);
  expect(kinds(clone)).toEqual(['sessions_skipped']);
  expect(clone.warnings[0]?.detail).toContain('2 of 5 sessions');
});

test('an hour that the clocks skip is no hour for a session', async () => {
  const { desk } = await deskWithSessions();
  const night = await desk.group(3, { name: 'Night Group' });
  await createSession(desk.pool, desk.clinic.id, night, {
    ...{ session_date: '2031-03-02', start_time: '02:15', end_time: '02:45' },
  });
  const clone = await made(desk, night, 7);
  expect(clone.sessions).toMatchObject({ created: 0, first_date: null, skipped: [{ error: 'INVALID_DATE_RANGE' }] });
});

test('a series of which nothing is left is not made', async () => {
  const { desk, source } = await deskWithSessions();
  // On the same days the group stands in its own way.
  const clone = await made(desk, source, 0);
  expect(clone.sessions.created).toBe(0);
  expect(clone.sessions.skipped).toHaveLength(5);
  expect(await seriesOf(desk, clone.group.id)).toEqual([]);
});

test('two groups that take one room on the same days: the first of the list gets it', async () => {
  const { desk, source } = await deskWithSessions();
  const other = await desk.group(3, { name: 'Afternoon Group', location: 'Garden' });
  await createSession(desk.pool, desk.clinic.id, other, {
    ...{ session_date: '2031-03-05', start_time: '14:00', end_time: '15:00' },
  });
  const changes = { date_offset_days: 28, include_sessions: true };
  const { groups } = await batch(desk, [other, source], 28, changes);
  expect(groups.map((each) => each.sessions.created)).toEqual([1, 5]);
  const again = await batch(desk, [other, source], 28, { ...changes, preview: true });
  expect(again.groups.map((each) => [each.sessions.created, each.sessions.skipped.length])).toEqual([
    [0, 1],
    [0, 5],
  ]);
});

test('who would be in two places is named, with the other group, to those who may see it', async () => {
  const { desk, source } = await deskWithSessions();
  const [patient] = await desk.patients(1);
  const other = await desk.group(3, { name: 'Other Group' });
  await desk.enroll(source, [patient ?? '']);
  await desk.enroll(other, [patient ?? '']);
  await createSession(desk.pool, desk.clinic.id, other, {
    session_date: '2031-03-31',
    start_time: '09:30',
    end_time: '10:30',
  });
  const clone = await made(desk, source, 28, { preview: true });
  expect(clone.warnings).toEqual([
    {
      ...{ kind: 'two_places', patient_id: patient },
      detail: 'Pat Example 1 would also be in "Other Group" on Mon, Mar 31, 2031, 9:30 AM-10:30 AM.',
    },
  ]);
  const keys = [
    ...['pm.group_definitions.create', 'pm.group_enrollments.create', 'pm.group_schedule.create'],
    ...['pm.patients.view', 'pm.group_enrollments.view', 'pm.group_schedule.view'],
  ];
  for (const missing of keys.slice(3)) {
    const role = await addRole(
      desk.pool,
      desk.clinic.id,
      missing.replaceAll('.', '_'),
      keys.filter((key) => key !== missing),
    );
    const values = { group_definition_ids: [source], date_offset_days: 28, include_sessions: true, preview: true };
    const by = await addMember(desk.pool, desk.clinic.id, role);
    expect(await desk.ask('pm_batch_clone_groups', values, by)).toMatchObject({ groups: [{ warnings: [] }] });
  }
});

test('a preview with sessions leaves no trace: no groups, seats, series, sessions, events or entries', async () => {
  const { desk, source } = await deskWithSessions();
  await desk.enroll(source, await desk.patients(5));
  const before = await countRows(desk.pool);
  const preview = await made(desk, source, 28, { preview: true });
  expect(await countRows(desk.pool)).toEqual(before);
  const clone = await made(desk, source, 28);
  expect(preview.sessions).toEqual(clone.sessions);
});

test('sessions are not taken along unless asked for', async () => {
  const { desk, source } = await deskWithSessions();
  const [clone] = (await batch(desk, [source], 28)).groups;
  expect(clone?.sessions).toEqual({ created: 0, first_date: null, last_date: null, skipped: [] });
  expect(await sessionsOf(desk, clone?.group.id ?? '')).toEqual([]);
});
