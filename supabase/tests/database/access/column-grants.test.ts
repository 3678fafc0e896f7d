import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { asUser, openDatabase } from '../../support/database.ts';
import { createOrganization } from '../../support/organization.ts';
import { toRefusal } from '../../support/refusal.ts';
import { writableColumns } from './writable-columns.ts';

interface Column {
  relation: string;
  name: string;
  isTable: boolean;
  select: boolean;
  insert: boolean;
  update: boolean;
}

const database = await openDatabase(2);
const { rows: columns } = await database.pool.query<Column>(`
  select c.relname as relation, a.attname as name, c.relkind in ('r', 'p') as "isTable",
    has_column_privilege('authenticated', c.oid, a.attnum, 'select') as select,
    has_column_privilege('authenticated', c.oid, a.attnum, 'insert') as insert,
    has_column_privilege('authenticated', c.oid, a.attnum, 'update') as update
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
  order by 1, a.attnum
`);
const { people } = await createOrganization(database.pool);
afterAll(database.close);

/** SQLSTATE that the org_admin meets; undefined if the statement is let through. */
async function refusedWith(statement: string): Promise<string | undefined> {
  try {
    await asUser(database.pool, people.org_admin, (client) => client.query(statement));
    return undefined;
  } catch (error) {
    return toRefusal(error).sqlstate;
  }
}

test('every relation is in the list of writable columns, and nothing else is', () => {
  const relations = [...new Set(columns.map((column) => column.relation))];
  expect(Object.keys(writableColumns).sort()).toEqual(relations);
});

describe.each(Object.entries(writableColumns))('%s', (relation, grants) => {
  const own = columns.filter((column) => column.relation === relation);
  const named = (command: 'select' | 'insert' | 'update') =>
    own.filter((column) => column[command]).map((column) => column.name);

  test('signed-in people may write the columns of the list and no other', () => {
    expect(named('insert').sort()).toEqual([...grants.insert].sort());
    expect(named('update').sort()).toEqual([...grants.update].sort());
    expect(own.filter((column) => !column.select).map((column) => column.name)).toEqual([...(grants.unreadable ?? [])]);
  });

  test.each(own.filter((column) => column.isTable))(
    '$name: the database refuses what is not granted',
    async (column) => {
      const table = `public.${pg.escapeIdentifier(relation)}`;
      const name = pg.escapeIdentifier(column.name);
      if (!grants.update.includes(column.name)) {
        expect(await refusedWith(`update ${table} set ${name} = default`)).toBe('42501');
      }
      if (!grants.insert.includes(column.name)) {
        expect(await refusedWith(`insert into ${table} (${name}) values (default)`)).toBe('42501');
      }
      if (grants.unreadable?.includes(column.name)) {
        expect(await refusedWith(`select ${name} from ${table}`)).toBe('42501');
      }
    },
  );
});
