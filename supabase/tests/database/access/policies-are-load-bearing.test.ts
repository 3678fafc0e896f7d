import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../support/database.ts';
import { readRelations, wrongCells } from './matrix-run.ts';
import { createWorld } from './matrix-world.ts';

interface Policy {
  table: string;
  name: string;
  using: string | null;
  check: string | null;
}

const database = await openDatabase(2);
const { rows: policies } = await database.pool.query<Policy>(`
  select tablename as table, policyname as name, qual as using, with_check as check
  from pg_policies where schemaname = 'public' order by 1, 2
`);
const relations = new Map((await readRelations(database.pool)).map((relation) => [relation.name, relation]));
const world = await createWorld(database.pool);
afterAll(database.close);

/** Cells of the policy's table that are wrong after the change, which is rolled back. */
async function wrongAfter(policy: Policy, change: string): Promise<string[]> {
  const relation = relations.get(policy.table);
  if (relation === undefined) throw new Error(`There is no table ${policy.table}`);
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(change);
    return await wrongCells(client, world, relation);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('there are policies to test', () => {
  expect(policies.length).toBeGreaterThan(20);
});

const targetOf = (policy: Policy) =>
  `policy ${pg.escapeIdentifier(policy.name)} on public.${pg.escapeIdentifier(policy.table)}`;

test.each(policies)('without policy $name on $table the matrix turns red', async (policy) => {
  expect(await wrongAfter(policy, `drop ${targetOf(policy)}`)).not.toEqual([]);
});

// The catalogue of permissions is open to everybody who is signed in; there is nothing to open further.
const openable = policies.filter((policy) => policy.table !== 'pf_permissions');

test.each(openable)('with policy $name on $table wide open the matrix turns red', async (policy) => {
  const using = policy.using === null ? '' : 'using (true)';
  const check = policy.check === null ? '' : 'with check (true)';
  expect(await wrongAfter(policy, `alter ${targetOf(policy)} ${using} ${check}`)).not.toEqual([]);
});

test.each([...new Set(policies.map((policy) => policy.table))])(
  'without row level security on %s the matrix turns red',
  async (table) => {
    const policy = { table, name: '', using: null, check: null };
    const off = `alter table public.${pg.escapeIdentifier(table)} disable row level security`;
    const wrong = await wrongAfter(policy, off);
    // Again the catalogue: its rows are for all, its writes are not granted.
    if (table === 'pf_permissions') expect(wrong).toEqual([]);
    else expect(wrong).not.toEqual([]);
  },
);
