import type pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../../support/database.ts';
import { value } from '../../support/rpc.ts';
import { withConnections } from '../../support/several-connections.ts';
import { violationsAfter, watch } from './arena-violations.ts';
import { createExchange, type Exchange, runExchange } from './exchange-workload.ts';
import { readGroupStates } from './group-state.ts';

const connections = 64;
const seats = 10;
// EXCHANGE_STEPS=200 npm run test:database -- exchange soaks; EXCHANGE_SEED repeats what each connection does.
const each = Number(process.env.EXCHANGE_STEPS ?? 10);
const seed = Number(process.env.EXCHANGE_SEED ?? Date.now() % 2 ** 31);

/** What the rules may answer; anything else (a deadlock, a constraint) means that the order of locks failed. */
const lawful = new Set([
  ...['done', 'PATIENT_ALREADY_ENROLLED', 'GROUP_AT_CAPACITY', 'GROUP_NOT_ACTIVE', 'INVALID_TRANSITION'],
  // Who was disenrolled by somebody else a moment ago.
  'ENROLLMENT_NOT_FOUND',
]);

/** Enrollments that ended by a transfer or merge although the patient was not in the other group at that moment. */
const lost = `
  select count(*)::integer from public.pm_group_activity_log entry
  join public.pm_group_enrollments ended on ended.id = (entry.metadata ->> 'enrollment_id')::uuid
  where entry.organization_id = $1 and entry.action = 'patient_disenrolled' and entry.metadata ? 'transferred_to_group_id'
    and not exists (
      select from public.pm_group_enrollments there
      where there.group_definition_id = (entry.metadata ->> 'transferred_to_group_id')::uuid and there.patient_id = ended.patient_id
        and there.created_at <= entry.created_at and (there.disenrolled_at is null or there.disenrolled_at > ended.disenrolled_at))`;
/** Enrollments that say they continue one that has not ended, or that is another patient's, or one continued twice. */
const torn = `
  select count(*)::integer from public.pm_group_enrollments fresh
  join public.pm_group_enrollments origin on origin.id = fresh.transferred_from_id
  where fresh.organization_id = $1 and (origin.status <> 'disenrolled' or origin.patient_id <> fresh.patient_id
    or exists (select from public.pm_group_enrollments other where other.transferred_from_id = origin.id and other.id <> fresh.id))`;
const counts = async (client: pg.Pool, { organizationId }: Exchange) => ({
  lost: await value<number>(client, lost, [organizationId]),
  torn: await value<number>(client, torn, [organizationId]),
});

test('64 people transfer in both directions, merge, enroll, disenroll and change capacities at once', {
  timeout: 600_000,
}, async () => {
  console.info(`exchange: ${each} steps each, EXCHANGE_SEED=${seed}`);
  const database = await openDatabase(4);
  try {
    const exchange = await createExchange(database, connections, seats);
    const { answers, violations, looks } = await withConnections(
      database.url,
      connections + 2,
      async ([first, second, ...clients]) => {
        if (first === undefined || second === undefined) throw new Error('No connections to watch with');
        let done = false;
        const [one, two] = exchange.groups;
        const watching = Promise.all([
          watch(first, { groupId: one ?? '' }, () => done),
          watch(second, { groupId: two ?? '' }, () => done),
        ]);
        const answers = await runExchange(clients, exchange, each, seed).finally(() => {
          done = true;
        });
        const seen = await watching;
        return {
          answers,
          violations: seen.flatMap((watched) => watched.violations),
          looks: seen.map((watched) => watched.looks),
        };
      },
    );
    const states = await readGroupStates(database.pool, exchange.groups);
    for (const [index, groupId] of exchange.groups.entries()) {
      violations.push(...(await violationsAfter(database.pool, { groupId, seats: index < 2 ? seats : 3 })));
    }
    violations.push(...answers.filter((answer) => !lawful.has(answer)).map((answer) => `answer: ${answer}`));
    expect([...new Set(violations)]).toEqual([]);
    expect(await counts(database.pool, exchange)).toEqual({ lost: 0, torn: 0 });

    // The workload did fight: patients went both ways, groups were merged, and full ones refused.
    const log = states.map((state) => state.log);
    for (const entries of log.slice(0, 2)) {
      expect(entries.filter((entry) => entry.action === 'patient_disenrolled').length).toBeGreaterThan(5);
      expect(entries.some((entry) => entry.action === 'patient_promoted')).toBe(true);
    }
    expect(log.flat().some((entry) => entry.action === 'group_merged')).toBe(true);
    expect(new Set(answers)).toContain('GROUP_AT_CAPACITY');
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThan(answers.length / 4);
    for (const count of looks) expect(count).toBeGreaterThan(5);
  } finally {
    await database.close();
  }
});
