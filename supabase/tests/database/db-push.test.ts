import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareCatalogs } from '../../../scripts/stack/schema-difference.ts';
import { projectRoot } from '../../../scripts/stack/settings.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../../scripts/stack/throwaway.ts';
import { runTool } from '../../../scripts/stack/tools.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { value } from '../support/rpc.ts';
import { withConnections } from '../support/several-connections.ts';

let server: ThrowawayPostgres;
let migrated: TestDatabase;
beforeAll(async () => {
  server = await startThrowawayPostgres();
  migrated = await openDatabase();
});
afterAll(async () => {
  await migrated.close();
  await server.stop();
});

test('supabase db push takes the migrations on an empty project, once, and makes the same database', async () => {
  const url = await server.createDatabase('pushed');
  const push = () => runTool('supabase', ['db', 'push', `--remote=${url}`, '--yes']);
  expect(await push()).toMatchObject({ exitCode: 0 });

  const migrations = (await readdir(path.join(projectRoot, 'supabase', 'migrations'))).filter((name) =>
    name.endsWith('.sql'),
  );
  const applied = () =>
    withConnections(url, 1, async ([client]) =>
      client === undefined
        ? []
        : value<string[]>(
            client,
            "array(select version || '_' || name || '.sql' from supabase_migrations.schema_migrations order by version)",
          ),
    );
  expect(await applied()).toEqual(migrations.sort());
  expect(await compareCatalogs({ name: 'pushed', url }, { name: 'migrated', url: migrated.url })).toEqual([]);

  const again = await push();
  expect(again.exitCode).toBe(0);
  expect(`${again.stdout}${again.stderr}`).toContain('up to date');
  expect(await applied()).toEqual(migrations.sort());
});
