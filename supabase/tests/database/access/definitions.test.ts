import { afterAll, describe, expect, test } from 'vitest';
import { asRole, openDatabase } from '../../support/database.ts';
import { codeOf } from '../../support/refusal.ts';
import { functionGrants } from './function-grants.ts';

const database = await openDatabase(2);
afterAll(database.close);

/** The names that a query over the catalogue finds; empty when the rule holds everywhere. */
async function found(sql: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(sql);
  return rows.map((row) => row.name);
}

const ownFunctions = `
  pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;
const ownRelations = `pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;

describe('tables', () => {
  test('row level security is enabled and forced on each, the internal ones included', async () => {
    expect(
      await found(`select c.oid::regclass::text as name from ${ownRelations} and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity)`),
    ).toEqual([]);
  });

  test('views run with the rights of the caller', async () => {
    expect(
      await found(`select c.oid::regclass::text as name from ${ownRelations} and c.relkind = 'v'
        and not coalesce(c.reloptions @> '{security_invoker=true}', false)`),
    ).toEqual([]);
    expect(
      await found(`select c.oid::regclass::text as name from ${ownRelations} and c.relkind in ('m', 'f')`),
    ).toEqual([]);
  });

  test('anon has no privilege on anything, PUBLIC neither', async () => {
    const privileges = "('select'), ('insert'), ('update'), ('references')";
    expect(
      await found(`select c.oid::regclass || ': ' || privilege as name from pg_class c, (values ${privileges}) p (privilege)
        where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and (has_any_column_privilege('anon', c.oid, privilege) or has_table_privilege('anon', c.oid, 'delete')
          or has_table_privilege('anon', c.oid, 'truncate') or has_table_privilege('anon', c.oid, 'trigger'))`),
    ).toEqual([]);
    expect(
      await found(`select c.oid::regclass::text as name from ${ownRelations}
        and case c.relkind when 'S' then has_sequence_privilege('anon', c.oid, 'usage') end`),
    ).toEqual([]);
  });

  test('signed-in people can neither truncate nor reference nor hang triggers on a table', async () => {
    expect(
      await found(`select c.oid::regclass::text as name from ${ownRelations} and c.relkind in ('r', 'p')
        and has_table_privilege('authenticated', c.oid, 'truncate, references, trigger')`),
    ).toEqual([]);
  });

  test('the internal tables are nobody else’s: neither people nor the secret key', async () => {
    for (const role of ['authenticated', 'service_role'] as const) {
      expect(
        await codeOf(asRole(database.pool, role, {}, (client) => client.query('select from private.schedule_claims'))),
      ).toBe('42501');
    }
  });

  test('at most one policy per table and command, all for authenticated, none restrictive', async () => {
    expect(
      await found(`select tablename || ' ' || cmd as name from pg_policies where schemaname = 'public'
        group by tablename, cmd having count(*) > 1`),
    ).toEqual([]);
    expect(
      await found(`select tablename || ' ' || policyname as name from pg_policies
        where roles <> '{authenticated}' or permissive <> 'PERMISSIVE' or cmd = 'ALL'`),
    ).toEqual([]);
  });
});

describe('functions', () => {
  test('every function of the API has an expectation, and may be executed by exactly those', async () => {
    const { rows } = await database.pool.query<{ name: string; callers: string[] }>(`
      select p.oid::regprocedure::text as name, array(
        select caller from unnest(array['anon', 'authenticated', 'service_role']) caller
        where has_function_privilege(caller, p.oid, 'execute')) as callers
      from ${ownFunctions} and p.pronamespace = 'public'::regnamespace order by 1`);
    expect(Object.fromEntries(rows.map((row) => [row.name, row.callers]))).toEqual(functionGrants);
  });

  test('functions of the API are SECURITY INVOKER', async () => {
    expect(
      await found(`select p.oid::regprocedure::text as name from ${ownFunctions}
        and p.pronamespace = 'public'::regnamespace and p.prosecdef`),
    ).toEqual([]);
  });

  test('every function has an empty search path', async () => {
    expect(
      await found(`select p.oid::regprocedure::text as name from ${ownFunctions}
        and not coalesce(p.proconfig @> array['search_path=""'], false)`),
    ).toEqual([]);
  });

  test('anon may execute what calendars and patients need and nothing else, and PUBLIC nothing of ours', async () => {
    expect(
      await found(
        `select p.oid::regprocedure::text as name from ${ownFunctions} and has_function_privilege('anon', p.oid, 'execute') order by 1`,
      ),
    ).toEqual([
      ...['pm_calendar_feed(text,text)', 'pm_join_info(text)', 'pm_join_session(text,text,text)'],
      ...['pm_session_result(text)', 'pm_submit_answers(text,jsonb)'],
      ...['private.calendar_feed(text)', 'private.join_info(text)', 'private.join_session(text,text,text)'],
      ...['private.session_result_of_token(text)', 'private.submit_answers(text,jsonb)'],
    ]);
    const { rows } = await database.pool.query(`
      select has_schema_privilege('anon', 'private', 'usage') as usage, has_schema_privilege('anon', 'private', 'create') as create`);
    expect(rows).toEqual([{ usage: true, create: false }]);
    // A grant to PUBLIC would open a function to roles that nobody has named.
    expect(
      await found(`select p.oid::regprocedure::text as name from ${ownFunctions}
        and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) granted where granted.grantee = 0)`),
    ).toEqual([]);
    expect(
      await codeOf(asRole(database.pool, 'anon', {}, (client) => client.query('select private.is_service_role()'))),
    ).toBe('42501');
  });

  test('nobody who signs in can execute a trigger function or write the logs by hand', async () => {
    expect(
      await found(`select p.oid::regprocedure::text as name from ${ownFunctions}
        and (p.prorettype = 'trigger'::regtype or p.proname in ('emit_event', 'log_activity', 'promote_waiting', 'change_session_status'))
        and has_function_privilege('authenticated', p.oid, 'execute')`),
    ).toEqual([]);
  });
});

describe('comments', () => {
  test.each([
    [
      'table and view',
      `select c.oid::regclass::text as name from ${ownRelations} and c.relkind in ('r', 'p', 'v', 'm') and obj_description(c.oid, 'pg_class') is null`,
    ],
    [
      'function',
      `select p.oid::regprocedure::text as name from ${ownFunctions} and obj_description(p.oid, 'pg_proc') is null`,
    ],
    [
      // Hosted Supabase refuses a comment on a policy of its own table.
      'policy',
      `select polrelid::regclass || ' ' || polname as name from pg_policy
       where polrelid <> 'realtime.messages'::regclass and obj_description(oid, 'pg_policy') is null`,
    ],
  ])('every %s says what it is for', async (_kind, sql) => {
    expect(await found(sql)).toEqual([]);
  });
});
