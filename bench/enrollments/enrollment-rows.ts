import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { inTransaction, withClient } from '../../scripts/stack/database.ts';
import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';
import { interleave } from '../interleave.ts';
import { type BenchRow, rateRow } from '../row.ts';
import type { Person } from '../seed/seed.ts';
import { type Desks, openDesks } from './desks.ts';
import {
  type Enrollment,
  endStateProblems,
  enrolling,
  inserting,
  insertingLocked,
  makeRound,
  type Round,
  readEndState,
} from './round.ts';

/** The design's target (section 10): at least this part of the floor's rate, over so many connections. */
const OF_THE_FLOOR = 0.5;
const CONNECTIONS = 32;
const REPETITIONS = 20;
const CALLS = 320;

/**
 * Who goes where: into many groups that are full afterwards, or all into one, whose waitlist takes those above its seats.
 * Nobody can decide on the last seat while somebody else does, so all into one group is a queue for its lock; how much of
 * the time is the queue and how much the rule is told by an insert that only queues.
 */
const workloads = [
  { name: 'spread over 40 groups', groups: 40, seats: CALLS / 40, floor: inserting },
  { name: 'all into one group', groups: 1, seats: 100, floor: inserting },
  { name: 'all into one group, the floor locking it too', groups: 1, seats: 100, floor: insertingLocked },
];

async function prepare(client: pg.Client): Promise<Person[]> {
  await client.query("select set_config('bench.desks', $1, false)", [String(CONNECTIONS)]);
  const floor = await readFile(path.join(import.meta.dirname, 'floor.sql'), 'utf8');
  await inTransaction(client, () => client.query(floor));
  await client.query('vacuum (analyze)');
  const { rows } = await client.query<Person>(
    "select id, email from auth.users where email like 'desk-%@clinic-1.test' order by id",
  );
  return rows;
}

/** Enrolls as the round says; throws when the end is not as it must be. Milliseconds, the check not counted. */
async function enroll(client: pg.Client, desks: Desks, round: Round): Promise<number> {
  const { answers, milliseconds } = await desks.send<Enrollment>(enrolling(round));
  const problems = endStateProblems(round, answers, await readEndState(client, round));
  if (problems.length > 0) throw new Error(`Enrolling went wrong:\n${problems.slice(0, 20).join('\n')}`);
  return milliseconds;
}

/** Not measured: each patient is enrolled by two desks at once, in groups that have no room for all. */
async function contest(client: pg.Client, desks: Desks): Promise<void> {
  const round = await makeRound(client, { groups: 4, seats: 20, calls: 160, first: 0 });
  const calls = round.calls.flatMap((call) => [call, call]);
  await enroll(client, desks, { ...round, calls });
}

/**
 * Enrolling from 32 connections against inserting the same rows without the rule. `database`: a seeded one. Throws when
 * seats, places or people are not right afterwards.
 */
export async function enrollmentRows(
  server: ThrowawayPostgres,
  database: string,
  announce: (line: string) => void,
): Promise<BenchRow[]> {
  const adminUrl = server.postgres.adminUrl(database);
  return withClient(adminUrl, async (client) => {
    announce('Copying the enrollments to a table without the rule');
    const desks = await openDesks(adminUrl, await prepare(client));
    try {
      await contest(client, desks);
      const rows: BenchRow[] = [];
      for (const { name, floor, ...size } of workloads) {
        announce(`Measuring: enrollment, ${name}`);
        // Both sides get the same groups and patients in the same order, whichever comes first.
        const rounds: Promise<Round>[] = [];
        const inTurn = () => {
          let index = -1;
          return () => {
            index += 1;
            const round = rounds[index] ?? makeRound(client, { ...size, calls: CALLS, first: index * CALLS });
            rounds[index] = round;
            return round;
          };
        };
        const [judged, against] = [inTurn(), inTurn()];
        const pairs = await interleave(
          REPETITIONS,
          async () => enroll(client, desks, await judged()),
          async () => (await desks.send(floor(await against()))).milliseconds,
        );
        rows.push(rateRow(`Enrollment, ${CONNECTIONS} connections, ${name}`, OF_THE_FLOOR, pairs, CALLS));
      }
      return rows;
    } finally {
      await desks.close();
    }
  });
}
