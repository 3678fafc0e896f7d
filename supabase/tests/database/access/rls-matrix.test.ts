import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../support/database.ts';
import { commands } from './matrix-actors.ts';
import { matrix } from './matrix-expectations.ts';
import { readRelations, wrongCells } from './matrix-run.ts';
import { knownRelations } from './matrix-statements.ts';
import { createWorld } from './matrix-world.ts';

// Opened while collecting, because the tests below are made from the catalogue.
const database = await openDatabase(2);
const relations = await readRelations(database.pool);
const world = await createWorld(database.pool);
afterAll(database.close);

test('every table and view has expectations, and every expectation a table or view', () => {
  const names = relations.map((relation) => relation.name);
  expect(Object.keys(matrix).sort()).toEqual(names);
  expect([...knownRelations].sort()).toEqual(names);
});

describe.each(relations)('$name', (relation) => {
  test.each(commands)(
    '%s: each actor meets what is expected, in the own and in another organization',
    async (command) => {
      const client = await database.pool.connect();
      try {
        await client.query('begin');
        expect(await wrongCells(client, world, relation, [command])).toEqual([]);
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
  );
});

test('a table that nobody wrote expectations for would fail the matrix', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('begin; create table public.pm_forgotten (id uuid)');
    const [added] = (await readRelations(client)).filter((relation) => relation.name === 'pm_forgotten');
    if (added === undefined) throw new Error('The catalogue does not show the new table');
    await expect(wrongCells(client, world, added)).rejects.toThrow('does not know pm_forgotten');
  } finally {
    await client.query('rollback');
    client.release();
  }
});
