import { afterAll, beforeAll, expect, test } from 'vitest';
import { applySchemas } from '../../../scripts/stack/migrations.ts';
import { compareCatalogs } from '../../../scripts/stack/schema-difference.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../../scripts/stack/throwaway.ts';
import { runTool } from '../../../scripts/stack/tools.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';

let server: ThrowawayPostgres;
let declared: string;
let migrated: TestDatabase;

beforeAll(async () => {
  server = await startThrowawayPostgres();
  declared = await server.createDatabase('declared');
  await applySchemas(declared);
  migrated = await openDatabase();
});

afterAll(async () => {
  await migrated.close();
  await server.stop();
});

const differences = () =>
  compareCatalogs({ name: 'schemas', url: declared }, { name: 'migrations', url: migrated.url });

test('supabase/schemas and supabase/migrations make the same database', async () => {
  expect(await differences()).toEqual([]);
});

test('`supabase db push`, the way to a hosted project, makes the same database', async () => {
  const pushed = await server.createDatabase('pushed');
  const result = await runTool('supabase', ['db', 'push', `--remote=${pushed}`, '--yes']);
  expect(result.exitCode, result.stderr).toBe(0);
  const seen = await compareCatalogs({ name: 'schemas', url: declared }, { name: 'pushed', url: pushed });
  expect(seen).toEqual([]);
});

// The comparison itself is tested: each of these changes must be seen, so that it can't pass by looking at nothing.
test.each([
  ['a column', 'alter table public.pf_organizations add column extra text'],
  ['a default', "alter table public.pf_organizations alter column name set default 'x'"],
  ['a constraint', "alter table public.pf_organizations add constraint extra check (name <> 'x')"],
  ['an index', 'create index extra on public.pf_organizations (name)'],
  ['a policy', 'create policy extra on public.pf_organizations for select to authenticated using (true)'],
  ['forced RLS', 'alter table public.pf_organizations no force row level security'],
  ['a table grant', 'grant select on public.pf_organizations to anon'],
  ['a column grant', 'grant update (id) on public.pf_organizations to authenticated'],
  ['a default privilege', 'alter default privileges in schema private grant select on tables to anon'],
  ['a function body', "create function public.extra() returns int language sql set search_path = '' as 'select 1'"],
  ['a trigger', 'alter table public.pf_organizations disable trigger user'],
  ['a view', 'create view public.extra as select 1 as one'],
  ['a comment', "comment on table public.pf_organizations is 'x'"],
  ['a schema grant', 'grant create on schema private to anon'],
  ['a domain', 'alter domain public."*/*" set not null'],
])('the comparison sees %s', async (_what, change) => {
  const database = await openDatabase();
  try {
    await database.pool.query(change);
    const seen = await compareCatalogs(
      { name: 'migrations', url: migrated.url },
      { name: 'changed', url: database.url },
    );
    expect(seen).not.toEqual([]);
  } finally {
    await database.close();
  }
});
