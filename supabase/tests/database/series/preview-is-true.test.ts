import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser } from '../../support/database.ts';
import { createGroup } from '../../support/records.ts';
import { toRefusal } from '../../support/refusal.ts';
import { argumentsOf, closedDay, type ExistingSession, scene, times } from './plan-arbitraries.ts';
import {
  callJson,
  openSeriesClinic,
  overlappingClaims,
  type Previewed,
  type Scheduled,
  type SeriesClinic,
} from './series-clinic.ts';

let world: SeriesClinic;
let people: string[];
let groups: { led: string; bare: string };

beforeAll(async () => {
  world = await openSeriesClinic();
  const { pool } = world.database;
  const { facilitator, staff, front_desk } = world.clinic.people;
  people = [facilitator, staff, front_desk];
  groups = {
    bare: world.group,
    led: await createGroup(pool, world.clinic.id, {
      ...{ facilitator_id: facilitator, co_facilitator_id: front_desk, location: 'Room 1' },
    }),
  };
  await pool.query("insert into public.pm_closed_days (organization_id, closed_on, name) values ($1, $2, 'Closed')", [
    world.clinic.id,
    closedDay,
  ]);
});
afterAll(() => world.database.close());

/** Runs work in a savepoint; the code of the refusal, after which nothing of it is left, or null. */
async function refusedWith(client: pg.ClientBase, work: () => Promise<unknown>): Promise<string | null> {
  await client.query('savepoint attempt');
  try {
    await work();
    return null;
  } catch (error) {
    await client.query('rollback to savepoint attempt');
    return toRefusal(error).code;
  }
}

/** Adds a session that is in nobody's way; what would conflict is left out. */
const occupy = (client: pg.ClientBase, session: ExistingSession) =>
  refusedWith(client, async () => {
    const [facilitator, coFacilitator] = [session.facilitator, session.coFacilitator].map((number) =>
      number === null ? null : people[number],
    );
    const { start_time, end_time } = times(session.span);
    const { rows } = await client.query<{ id: string }>(
      `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time,
         facilitator_id, co_facilitator_id, location, conflict_override) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        ...[world.clinic.id, groups.bare, session.day, start_time, end_time, facilitator],
        ...[coFacilitator === facilitator ? null : coFacilitator, session.room, session.override],
      ],
    );
    if (session.cancelled) {
      const cancel =
        "update public.pm_group_schedule set status = 'cancelled', cancellation_reason = 'x' where id = $1";
      await client.query(cancel, [rows[0]?.id]);
    }
  });

const key = (session: { session_date: string }, start: string) => `${session.session_date} ${start}`;
const tally = { plans: 0, free: 0, taken: 0, meeting: 0, refused: 0, impossible: 0 };

test('the preview says exactly what saving then does, and nobody is ever in two places', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(scene, ({ sessions, plan }) =>
      asUser(world.database.pool, world.clinic.people.facilitator, async (client) => {
        for (const session of sessions) await occupy(client, session);
        const values = argumentsOf(plan, people, plan.ledGroup ? groups.led : groups.bare);
        const schedule = (skip_conflicts: boolean) =>
          callJson<Scheduled>(client, 'pm_schedule_series', { ...values, recurrence_rule: null, skip_conflicts });
        let preview: Previewed[] = [];
        const impossible = await refusedWith(client, async () => {
          preview = await callJson<Previewed>(client, 'pm_preview_series', values);
        });
        if (impossible !== null) {
          // One person in both roles.
          expect(impossible).toBe('INVALID_INPUT');
          for (const skip of [false, true]) expect(await refusedWith(client, () => schedule(skip))).toBe(impossible);
          tally.impossible += 1;
          return;
        }
        expect(preview.map((row) => row.planned_on).sort()).toEqual([...plan.dates].sort());
        const stopped = preview.some((row) => row.conflicts.length > 0);
        expect((await refusedWith(client, () => schedule(false))) !== null).toBe(stopped);
        if (!stopped) await client.query('rollback to savepoint attempt');

        const [saved] = await schedule(true);
        if (saved === undefined) throw new Error('pm_schedule_series returned nothing');
        const made = new Map(saved.created.map((session) => [key(session, session.start_time), session]));
        expect(saved.created.length + saved.skipped.length).toBe(preview.length);
        for (const row of preview) {
          const session = made.get(key(row, row.planned_start_time));
          const kinds = new Set(row.conflicts.map((conflict) => conflict.kind));
          if (kinds.size === 0) {
            expect(session).toMatchObject({ starts_at: row.starts_at, ends_at: row.ends_at });
          } else if (kinds.size > 1 || !kinds.has('series')) {
            expect(session).toBeUndefined();
          } else if (session === undefined) {
            // Of dates that meet each other the first is kept; another is left out only for one that was kept.
            const rival = saved.created.find((other) => other.starts_at < row.ends_at && row.starts_at < other.ends_at);
            expect(rival).toBeDefined();
          }
          tally.free += kinds.size === 0 ? 1 : 0;
          tally.taken += kinds.has('person') || kinds.has('location') || kinds.has('closed_day') ? 1 : 0;
          tally.meeting += kinds.has('series') ? 1 : 0;
        }
        tally.plans += 1;
        tally.refused += stopped ? 1 : 0;
        expect(await overlappingClaims(client)).toBe(0);
      }),
    ),
    { numRuns: 400 },
  );
  // The plans were of all kinds.
  for (const [what, count] of Object.entries(tally)) expect(count, what).toBeGreaterThan(10);
});
