import { expect, test } from 'vitest';
import { withClient } from '../../../../scripts/stack/database.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { withConnections } from '../../support/several-connections.ts';
import { violationsAfter, watch } from './arena-violations.ts';
import { readGroupState } from './group-state.ts';
import { createArena, runWorkload } from './workload.ts';

const connections = 64;
const seats = 20;

/** What the rules may answer; anything else (a deadlock, a constraint) means that the order of locks failed. */
const lawful = new Set([
  ...['done', 'PATIENT_ALREADY_ENROLLED', 'PATIENT_NOT_FOUND', 'ENROLLMENT_NOT_FOUND', 'GROUP_AT_CAPACITY'],
  ...['INVALID_TRANSITION', 'INVALID_INPUT'],
]);

/** 64 people work on one group at once, watched all the while. */
async function fight(database: TestDatabase, each: number, seed: number) {
  const arena = await createArena(database, connections, seats);
  return withConnections(database.url, connections + 1, async ([watcher, ...clients]) => {
    if (watcher === undefined) throw new Error('No connection to watch with');
    let done = false;
    const watching = watch(watcher, arena, () => done);
    const answers = await runWorkload(clients, arena, each, seed).finally(() => {
      done = true;
    });
    const { violations, looks } = await watching;
    const unlawful = [...new Set(answers.filter((answer) => !lawful.has(answer)))].map((answer) => `answer: ${answer}`);
    violations.push(...unlawful, ...(await violationsAfter(database.pool, arena)));
    return { answers, looks, violations, state: await readGroupState(database.pool, arena.groupId) };
  });
}

test('64 people enroll, disenroll, promote, move, hold, release, delete, restore and change the capacity of one group at once', {
  timeout: 120_000,
}, async () => {
  const database = await openDatabase(4);
  try {
    const seed = Date.now() % 2 ** 31;
    console.info(`enrollment concurrency: seed ${seed}`);
    const { answers, looks, violations, state } = await fight(database, 20, seed);
    expect(violations).toEqual([]);
    // The workload did fight: every action happened, the group was full, and the watcher looked while it went on.
    expect(new Set(state.log.map((entry) => entry.action))).toEqual(
      new Set([
        ...['group_created', 'group_updated', 'patient_enrolled', 'patient_waitlisted', 'patient_promoted'],
        ...['patient_disenrolled', 'enrollment_deleted', 'enrollment_restored', 'enrollment_updated', 'waitlist_moved'],
        ...['waitlist_held', 'waitlist_released'],
      ]),
    );
    const causes = new Set(state.log.map((entry) => entry.metadata.cause?.rule));
    expect([...causes]).toEqual(expect.arrayContaining(['seat_freed', 'capacity_raised']));
    expect(new Set(answers)).toContain('GROUP_AT_CAPACITY');
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThan(connections * 5);
    expect(looks).toBeGreaterThan(20);
  } finally {
    await database.close();
  }
});

// The negative control: the same workload must fail once the locks are gone, else the test above proves nothing.
test('without the locks the same workload breaks the rules', { timeout: 240_000 }, async () => {
  const database = await openDatabase(4);
  try {
    await database.pool.query(`
      create or replace function private.lock_group(organization_id uuid, group_definition_id uuid) returns public.pm_group_definitions
      language sql security definer set search_path = '' as $$
        select definition.* from public.pm_group_definitions definition
        where definition.id = group_definition_id and definition.organization_id = lock_group.organization_id
      $$;
      create or replace function private.lock_organizations(scope text) returns void
      language plpgsql security definer set search_path = '' as $$ begin end $$;
    `);
    // Deadlocks are found at once, not after a second each.
    const name = new URL(database.url).pathname.slice(1);
    await withClient(database.adminUrl, (admin) => admin.query(`alter database ${name} set deadlock_timeout = '20ms'`));
    const seen: string[] = [];
    for (let round = 1; round <= 5 && !seen.join().includes('over capacity'); round += 1) {
      seen.push(...(await fight(database, 8, round * 1000)).violations);
    }
    expect(seen.join('\n')).toContain('over capacity');
  } finally {
    await database.close();
  }
});
