import { expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { withConnections } from '../../support/several-connections.ts';
import { callJson, datesFrom, overlappingClaims } from './series-clinic.ts';
import { createCalendar, plotAtOnce, wordsOf } from './series-workload.ts';

const connections = 16;
const lawful = /: (done|SCHEDULE_CONFLICT|INVALID_TRANSITION)$/;

async function plot(database: TestDatabase, each: number, seed: number) {
  const calendar = await createCalendar(database, connections);
  const answers = await withConnections(database.url, connections, (clients) =>
    plotAtOnce(clients, calendar, each, seed),
  );
  return { answers, overlaps: await overlappingClaims(database.pool) };
}

test('two facilitators save overlapping series into one room at once: one wins, the other gets words', async () => {
  const database = await openDatabase(4);
  try {
    const { id, people } = await createOrganization(database.pool);
    const group = await createGroup(database.pool, id, { name: 'Morning Group' });
    for (let round = 0; round < 8; round += 1) {
      const first = `20${31 + round}-01-01`;
      const series = [datesFrom(first, 10), datesFrom(first, 10).reverse()].map((session_dates, index) => ({
        ...{ group_definition_id: group, recurrence_rule: null, session_dates, location: 'Room 1' },
        ...(index === 0 ? { start_time: '09:00', end_time: '10:00' } : { start_time: '09:30', end_time: '10:30' }),
      }));
      const answers = await withConnections(database.url, 2, (clients) =>
        Promise.all(
          clients.map((client, index) =>
            wordsOf(client, index === 0 ? people.facilitator : people.org_admin, (session) =>
              callJson(session, 'pm_schedule_series', series[index] ?? {}),
            ),
          ),
        ),
      );
      const refusals = answers.filter((answer) => answer !== null);
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).toMatchObject({ code: 'SCHEDULE_CONFLICT', sqlstate: 'PT409' });
      expect(refusals[0]?.detail).toMatch(
        /^10 of 10 dates cannot be kept\. Room 1 is already taken by "Morning Group"/,
      );
      const { rowCount } = await database.pool.query(
        'select from public.pm_group_schedule where session_date between $1 and $1::date + 100',
        [first],
      );
      expect(rowCount).toBe(10);
    }
  } finally {
    await database.close();
  }
});

test('a single session and a series race for one room: exactly one gets it', async () => {
  const database = await openDatabase(4);
  try {
    const { id, people } = await createOrganization(database.pool);
    const group = await createGroup(database.pool, id, { name: 'Morning Group' });
    for (let round = 0; round < 8; round += 1) {
      const day = `20${31 + round}-01-08`;
      const answers = await withConnections(database.url, 2, async ([one, other]) => {
        if (one === undefined || other === undefined) throw new Error('No connections');
        return Promise.all([
          wordsOf(one, people.facilitator, (client) =>
            client.query(
              `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, location)
               values ($1, $2, $3, '09:30', '10:30', 'room 1')`,
              [id, group, day],
            ),
          ),
          wordsOf(other, people.org_admin, (client) =>
            callJson(client, 'pm_schedule_series', {
              ...{ group_definition_id: group, recurrence_rule: null, location: 'Room 1' },
              ...{ session_dates: datesFrom(`20${31 + round}-01-01`, 3), start_time: '09:00', end_time: '10:00' },
            }),
          ),
        ]);
      });
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
      const [refusal] = answers.filter((answer) => answer !== null);
      expect(refusal?.code).toBe('SCHEDULE_CONFLICT');
      expect(refusal?.detail).toMatch(/oom 1 is already taken by "Morning Group" on \w{3}, Jan 8, 20\d\d, 9:[03]0 AM/);
    }
    expect(await overlappingClaims(database.pool)).toBe(0);
  } finally {
    await database.close();
  }
});

test('16 people plan, move, change and cancel at once: no deadlock, and nobody is in two places', {
  timeout: 120_000,
}, async () => {
  const database = await openDatabase(4);
  try {
    const seed = Date.now() % 2 ** 31;
    console.info(`series concurrency: seed ${seed}`);
    const { answers, overlaps } = await plot(database, 25, seed);
    expect([...new Set(answers.filter((answer) => !lawful.test(answer)))]).toEqual([]);
    expect(overlaps).toBe(0);
    // It was a fight: each kind of step went through and each kind that can was refused.
    const seen = new Set(answers);
    for (const step of ['plan', 'single', 'change', 'move', 'substitute', 'cancel', 'cancelSeries']) {
      expect([...seen], step).toContain(`${step}: done`);
    }
    for (const step of ['plan', 'single', 'change', 'move']) {
      expect([...seen], step).toContain(`${step}: SCHEDULE_CONFLICT`);
    }
    const claims = await database.pool.query(
      `select from private.schedule_claims claim join public.pm_group_schedule session on session.id = claim.session_id
       where session.status = 'cancelled' or claim.during <> tstzrange(session.starts_at, session.ends_at)`,
    );
    expect(claims.rowCount).toBe(0);
  } finally {
    await database.close();
  }
});

// The negative control: without lock and constraint the same people end up in two places, so the test above looks well.
test('without the lock and the constraint the same workload double-books', { timeout: 120_000 }, async () => {
  const database = await openDatabase(4);
  try {
    await database.pool.query(`
      create or replace function private.lock_organizations(scope text) returns void
      language plpgsql security definer set search_path = '' as $$ begin end $$;
      alter table private.schedule_claims drop constraint schedule_claims_no_overlap;
    `);
    let overlaps = 0;
    for (let round = 1; round <= 6 && overlaps === 0; round += 1) {
      overlaps += (await plot(database, 15, round * 1000)).overlaps;
    }
    expect(overlaps).toBeGreaterThan(0);
  } finally {
    await database.close();
  }
});
