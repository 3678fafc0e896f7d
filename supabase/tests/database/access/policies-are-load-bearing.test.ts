import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, setRole } from '../../support/database.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { codeOf } from '../../support/refusal.ts';
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

// Nobody sees another's row here, and the condition of an update sees only what may be selected: tried without one below.
const behindSelect = new Set(['pf_notifications', 'pf_notification_settings']);
// Whoever holds neither of the two permissions of seats is refused by their trigger before: tried with one of them below.
const behindTrigger = 'pm_group_enrollments insert_creators';
// The catalogue of permissions is open to everybody who is signed in; there is nothing to open further.
const openable = policies.filter(
  ({ table, name }) =>
    table !== 'pf_permissions' &&
    !(behindSelect.has(table) && name === 'update_own') &&
    `${table} ${name}` !== behindTrigger,
);

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

test.each([
  ['pf_notifications', 'read_at = now()'],
  ['pf_notification_settings', 'is_enabled = false'],
])(
  'an update of %s without a condition changes one’s own row, and all were it not for the policy',
  async (table, set) => {
    const client = await database.pool.connect();
    const changed = async () => {
      await setRole(client, 'authenticated', { sub: world.users.org_admin });
      return (await client.query(`update public.${table} set ${set}`)).rowCount;
    };
    try {
      await client.query('begin');
      expect(await changed()).toBe(1);
      await client.query('reset role');
      await client.query(`alter policy update_own on public.${table} using (true) with check (true)`);
      expect(await changed()).toBeGreaterThan(1);
    } finally {
      await client.query('rollback');
      client.release();
    }
  },
);

test('who may edit seats without making any is refused by policy insert_creators on pm_group_enrollments', async () => {
  const { organization, group, freePatient } = world.first;
  const role = await addRole(database.pool, organization.id, 'seat_editor', ['pm.group_enrollments.edit']);
  const editor = await addMember(database.pool, organization.id, role);
  const client = await database.pool.connect();
  const insert = async () => {
    await setRole(client, 'authenticated', { sub: editor });
    const seat = [organization.id, group, freePatient];
    const columns = 'organization_id, group_definition_id, patient_id';
    await client.query(`insert into public.pm_group_enrollments (${columns}) values ($1, $2, $3)`, seat);
  };
  try {
    await client.query('begin; savepoint closed');
    expect(await codeOf(insert())).toBe('42501');
    await client.query('rollback to savepoint closed');
    await client.query('alter policy insert_creators on public.pm_group_enrollments with check (true)');
    await insert();
  } finally {
    await client.query('rollback');
    client.release();
  }
});
