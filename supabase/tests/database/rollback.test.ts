import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../../scripts/stack/database.ts';
import { applyMigrations, applySeed } from '../../../scripts/stack/migrations.ts';
import { compareCatalogs } from '../../../scripts/stack/schema-difference.ts';
import { projectRoot } from '../../../scripts/stack/settings.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../../scripts/stack/throwaway.ts';

let server: ThrowawayPostgres;
beforeAll(async () => {
  server = await startThrowawayPostgres();
});
afterAll(async () => {
  await server.stop();
});

async function rollBack(url: string): Promise<void> {
  const file = path.join(projectRoot, 'supabase', 'rollback', '20261121000000_baseline.sql');
  const sql = await readFile(file, 'utf8');
  await withClient(url, (client) => client.query(`begin; ${sql}; commit;`));
}

test('the rollback script leaves a project as it was before Quorum, demo and all, and Quorum can come again', async () => {
  const untouched = await server.createDatabase('untouched');
  const url = await server.createDatabase('rolled_back');
  const migrations = await applyMigrations(url);
  await applySeed(url);
  await rollBack(url);
  const left = await compareCatalogs({ name: 'untouched', url: untouched }, { name: 'rolled back', url });
  expect(left).toEqual(
    ['btree_gin', 'btree_gist', 'pg_trgm'].map((name) => `only in rolled back: extension ${name}: extensions`),
  );
  expect(await applyMigrations(url)).toEqual(migrations);
  const accounts = await withClient(url, (client) => client.query('select count(*)::integer as count from auth.users'));
  expect(accounts.rows).toEqual([{ count: 11 }]);
}, 120_000);
