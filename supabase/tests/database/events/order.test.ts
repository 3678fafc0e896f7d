import type pg from 'pg';
import { expect, test } from 'vitest';
import { waitUntil } from '../../../../scripts/stack/process.ts';
import { openDatabase, setRole, type TestDatabase } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { attempt, backendOf, waitsForLock, withConnections } from '../../support/several-connections.ts';

/** A consumer as docs/api.md has it: keeps the last id and asks for greater ones. */
function consumer(client: pg.ClientBase, organizationId: string) {
  const seen: string[] = [];
  let last = '0';
  const look = async () => {
    const { rows } = await client.query<{ id: string }>(
      'select id from public.pf_domain_events where organization_id = $1 and id > $2 order by id limit 7',
      [organizationId, last],
    );
    seen.push(...rows.map((row) => row.id));
    last = rows.at(-1)?.id ?? last;
    return rows.length;
  };
  return { seen, look };
}

const insertSession = (client: pg.ClientBase, clinic: Organization, group: string, day: number, hour: number) =>
  client.query(
    `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time)
     values ($1, $2, '2031-01-01'::date + $3::integer, make_time($4, 0, 0), make_time($4, 50, 0))`,
    [clinic.id, group, day, hour],
  );

async function withClinic<T>(work: (database: TestDatabase, clinic: Organization, group: string) => Promise<T>) {
  const database = await openDatabase(4);
  try {
    const clinic = await createOrganization(database.pool);
    return await work(database, clinic, await createGroup(database.pool, clinic.id));
  } finally {
    await database.close();
  }
}

test('a later transaction of the organization waits for the first, and a consumer in between skips neither', () =>
  withClinic(async (database, clinic, group) => {
    await withConnections(database.url, 3, async ([first, second, reader]) => {
      if (first === undefined || second === undefined || reader === undefined) throw new Error('No connections');
      const { seen, look } = consumer(reader, clinic.id);
      await first.query('begin');
      await setRole(first, 'authenticated', { sub: clinic.people.facilitator });
      await insertSession(first, clinic, group, 0, 9);
      const backend = await backendOf(second);
      const later = attempt(second, clinic.people.org_admin, (client) => insertSession(client, clinic, group, 1, 9));
      await waitUntil(() => waitsForLock(database.pool, backend), 10_000);
      expect(await look()).toBe(0);
      await first.query('commit');
      expect(await later).toBe('done');
      await look();
      const { rows } = await database.pool.query<{ id: string; day: string }>(
        "select id, payload ->> 'session_date' as day from public.pf_domain_events order by id",
      );
      expect(rows.map((row) => row.day)).toEqual(['2031-01-01', '2031-01-02']);
      expect(seen).toEqual(rows.map((row) => row.id));
    });
  }));

test('another organization does not wait', () =>
  withClinic(async (database, clinic, group) => {
    const other = await createOrganization(database.pool);
    const otherGroup = await createGroup(database.pool, other.id);
    await withConnections(database.url, 2, async ([first, second]) => {
      if (first === undefined || second === undefined) throw new Error('No connections');
      await first.query('begin');
      await setRole(first, 'authenticated', { sub: clinic.people.facilitator });
      await insertSession(first, clinic, group, 0, 9);
      const answer = await attempt(second, other.people.facilitator, async (client) => {
        await client.query("set local lock_timeout = '5s'");
        await insertSession(client, other, otherGroup, 0, 9);
      });
      expect(answer).toBe('done');
      await first.query('rollback');
    });
  }));

/** Eight people schedule and cancel while two consumers read at their own pace. Returns what each saw, and all there is. */
async function readWhileTheyWork(database: TestDatabase, clinic: Organization, group: string) {
  const role = await addRole(database.pool, clinic.id, 'worker', [
    ...['pm.group_schedule.view', 'pm.group_schedule.create', 'pm.group_schedule.edit', 'pm.group_schedule.delete'],
  ]);
  const people: string[] = [];
  for (let count = 0; count < 8; count += 1) people.push(await addMember(database.pool, clinic.id, role));
  return withConnections(database.url, 10, async ([eager, lazy, ...workers]) => {
    if (eager === undefined || lazy === undefined) throw new Error('No connections');
    let working = true;
    const consumers = [consumer(eager, clinic.id), consumer(lazy, clinic.id)];
    const reading = consumers.map(async ({ look }, index) => {
      while (working) {
        await look();
        if (index === 1) await database.pool.query('select count(*) from public.pm_group_schedule');
      }
      while ((await look()) > 0);
    });
    const lines = workers.map(async (worker, line) => {
      const person = people[line] ?? '';
      for (let day = 0; day < 25; day += 1) {
        await attempt(worker, person, async (client) => {
          await insertSession(client, clinic, group, day, line);
          // The first to write is not always the first to commit.
          if ((day + line) % 3 === 0) await client.query('select count(*) from generate_series(1, 20000)');
        });
        if (day % 5 === line % 5) {
          await attempt(worker, person, (client) =>
            client.query(
              `update public.pm_group_schedule set status = 'cancelled', cancellation_reason = 'x'
               where id = (select id from public.pm_group_schedule where status = 'scheduled' order by id limit 1)`,
            ),
          );
        }
      }
    });
    await Promise.all(lines);
    working = false;
    await Promise.all(reading);
    const { rows } = await database.pool.query<{ id: string }>('select id from public.pf_domain_events order by id');
    return { all: rows.map((row) => row.id), seen: consumers.map((each) => each.seen) };
  });
}

test(
  'two consumers, each with the own cursor, get every event in order while eight people work',
  { timeout: 60_000 },
  () =>
    withClinic(async (database, clinic, group) => {
      const { all, seen } = await readWhileTheyWork(database, clinic, group);
      expect(all.length).toBeGreaterThan(200);
      expect(seen[0]).toEqual(all);
      expect(seen[1]).toEqual(all);
    }),
);

// The negative control: without the locks, ids come out of order and a consumer of this kind misses some.
test('without the locks the same consumers miss events', { timeout: 120_000 }, () =>
  withClinic(async (database, clinic, group) => {
    await database.pool.query(`
      create or replace function private.lock_organizations(scope text) returns void
      language plpgsql security definer set search_path = '' as $$ begin end $$;
      create or replace function private.emit_event(organization_id uuid, event_type text, payload jsonb) returns void
      language sql security definer set search_path = '' as $$
        insert into public.pf_domain_events (organization_id, event_type, payload) values (organization_id, event_type, payload)
      $$;
    `);
    await withConnections(database.url, 3, async ([first, second, reader]) => {
      if (first === undefined || second === undefined || reader === undefined) throw new Error('No connections');
      const { seen, look } = consumer(reader, clinic.id);
      await first.query('begin');
      await setRole(first, 'authenticated', { sub: clinic.people.facilitator });
      await insertSession(first, clinic, group, 0, 9);
      expect(
        await attempt(second, clinic.people.org_admin, (client) => insertSession(client, clinic, group, 1, 9)),
      ).toBe('done');
      await look();
      await first.query('commit');
      await look();
      expect(seen).toHaveLength(1);
    });
  }),
);
