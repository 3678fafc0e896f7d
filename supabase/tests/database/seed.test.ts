import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../support/database.ts';

// The demo is the work of weeks of two clinics.
vi.setConfig({ testTimeout: 120_000 });

const seed = await readFile(path.resolve(import.meta.dirname, '..', '..', 'seed.sql'), 'utf8');
const database = await openDatabase(1);
afterAll(database.close);

async function one(client: pg.ClientBase, sql: string): Promise<Record<string, unknown>> {
  const { rows } = await client.query<Record<string, unknown>>(sql);
  return rows[0] ?? {};
}

/** What the design says of the demo, of both organizations together. `now` is an SQL expression. */
async function readDemo(client: pg.ClientBase, now: string) {
  const groups = `
    select count(*)::int as groups, count(distinct group_type)::int as types,
      count(*) filter (where patient_count = 10 and max_capacity = 10 and waitlist_count = 3)::int as full_with_waitlist,
      count(*) filter (where is_over_capacity)::int as over_capacity, count(*) filter (where is_under_minimum)::int as under_minimum,
      count(*) filter (where status = 'inactive')::int as inactive
    from public.pm_group_overview`;
  const sessions = `
    select bool_and((session_date < today) = (status in ('completed', 'cancelled'))) as states_follow_dates,
      count(distinct organization_id) filter (where session_date = today)::int as organizations_with_sessions_today,
      min(session_date - today) as first_day, max(session_date - today) as last_day, bool_or(status = 'cancelled') as some_cancelled
    from (select session.*, (${now} at time zone organization.timezone)::date as today
          from public.pm_group_schedule session
          join public.pf_organizations organization on organization.id = session.organization_id) dated`;
  const people = `
    select (select count(*)::int from auth.users where encrypted_password = extensions.crypt('quorum-demo', encrypted_password)) as accounts,
      (select count(*)::int from public.pf_memberships) as memberships, (select count(*)::int from public.pm_patients) as patients,
      (select count(*)::int from public.pm_group_activity_log where created_at > ${now}) as entries_from_the_future`;
  return { ...(await one(client, groups)), ...(await one(client, sessions)), ...(await one(client, people)) };
}

// A weekday, the Saturday after it in UTC while Phoenix has Friday, and the nights on which New York changes its clocks. All
// of them over by now: the functions that the seed calls have the real clock and refuse attendance ahead of time.
test.each(['2026-11-18 20:00+00', '2026-11-21 01:30+00', '2026-11-01 07:30+00', '2026-03-08 12:00+00'])(
  'the demo is as designed on %s',
  async (moment) => {
    const now = `timestamptz '${moment}'`;
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(seed.replaceAll('now()', now));
      const demo = await readDemo(client, now);
      expect(demo).toMatchObject({
        groups: 24,
        types: 7,
        full_with_waitlist: 2,
        over_capacity: 2,
        under_minimum: 2,
        inactive: 2,
      });
      expect(demo).toMatchObject({
        states_follow_dates: true,
        organizations_with_sessions_today: 2,
        some_cancelled: true,
      });
      expect(demo).toMatchObject({ accounts: 11, memberships: 12, patients: 120, entries_from_the_future: 0 });
      expect(demo.first_day).toBeGreaterThanOrEqual(-42);
      expect(demo.first_day).toBeLessThan(-38);
      expect(demo.last_day).toBeGreaterThan(52);
      expect(demo.last_day).toBeLessThanOrEqual(56);
    } finally {
      await client.query('rollback');
      client.release();
    }
  },
);

test('a second run changes nothing, and the clocks and triggers of the records are as before', async () => {
  const state = `
    select (select count(*)::int from public.pm_group_activity_log) as entries, (select count(*)::int from auth.users) as users,
      (select count(*)::int from pg_trigger where tgenabled <> 'O') as triggers_off,
      (select count(*)::int from pg_attrdef where pg_get_expr(adbin, adrelid) like '%quorum.demo_time%') as defaults_of_the_demo`;
  const client = await database.pool.connect();
  try {
    await client.query(seed);
    const first = await one(client, state);
    await client.query(seed);
    expect(await one(client, state)).toEqual(first);
    expect(first).toMatchObject({ users: 11, triggers_off: 0, defaults_of_the_demo: 0 });
  } finally {
    client.release();
  }
});

test('the integrity check knows of the demo what was arranged in it, and nothing else', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(seed);
    const { rows } = await client.query(
      `select finding.check_key, finding.severity, count(*)::int
       from public.pf_organizations organization, private.check_integrity(organization.id, false) finding
       where finding.check_key <> 'waitlist_gaps' group by 1, 2`,
    );
    expect(rows).toEqual([{ check_key: 'seats_over_capacity', severity: 'warning', count: 2 }]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
