import { expect, test } from 'vitest';
import { runAdvisors } from '../../../scripts/stack/advisors.ts';
import { openDatabase } from '../support/database.ts';

test("Supabase's advisors report nothing at warn or above", async () => {
  const database = await openDatabase();
  try {
    expect(await runAdvisors(database.url)).toEqual([]);
  } finally {
    await database.close();
  }
});

// Supabase's lints 0028 and 0029, which the advisors of the pinned Supabase CLI don't include yet.
test('no function that the API exposes runs with the rights of its owner', async () => {
  const database = await openDatabase();
  try {
    const { rows } = await database.pool.query(
      "select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef",
    );
    expect(rows).toEqual([]);
  } finally {
    await database.close();
  }
});

test('the advisors object to an open table, a view and a function that bypass RLS', async () => {
  const database = await openDatabase();
  try {
    await database.pool.query(`
      create table public.open_table (id int);
      create view public.open_view as select * from public.pf_profiles;
      create function public.open_function() returns int language sql security definer as 'select 1';
      grant select on public.open_table, public.open_view to anon;
      grant execute on function public.open_function() to anon;
    `);
    const names = (await runAdvisors(database.url)).map((finding) => finding.name);
    expect(names).toEqual(
      expect.arrayContaining(['rls_disabled_in_public', 'security_definer_view', 'function_search_path_mutable']),
    );
  } finally {
    await database.close();
  }
});
