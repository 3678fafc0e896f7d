import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { inTransaction, withClient } from './database.ts';
import { Problem } from './problem.ts';
import { projectRoot } from './settings.ts';

const supabaseFolder = path.join(projectRoot, 'supabase');

interface SqlFile {
  name: string;
  sql: string;
}

async function sqlFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(path.join(supabaseFolder, folder)).catch(() => []))
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name: `${folder}/${name}`,
      sql: await readFile(path.join(supabaseFolder, folder, name), 'utf8'),
    })),
  );
}

/** A Postgres error with the file and line it comes from, as a sentence. */
function located(error: unknown, file: SqlFile): unknown {
  if (!(error instanceof Error)) return error;
  const position = 'position' in error ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : `:${file.sql.slice(0, position).split('\n').length}`;
  const detail = 'detail' in error && typeof error.detail === 'string' ? ` (${error.detail})` : '';
  const where = 'where' in error && typeof error.where === 'string' ? `\n  ${error.where}` : '';
  return new Problem(`supabase/${file.name}${line}: ${error.message}${detail}${where}`);
}

async function runFile(client: pg.ClientBase, file: SqlFile): Promise<void> {
  try {
    // check_function_bodies stays on: a function that can't run must not wait for its first caller.
    await client.query(file.sql);
  } catch (error) {
    throw located(error, file);
  }
}

const historyTables = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
  create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null);
`;

/**
 * Applies the migrations that the database has not had yet, in order and each in its own transaction, and records them
 * like the Supabase CLI. Returns their file names. Throws a Problem that names file and line.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const files = await sqlFiles('migrations');
  return withClient(url, async (client) => {
    await client.query(historyTables);
    const { rows } = await client.query<{ version: string }>(
      'select version from supabase_migrations.schema_migrations',
    );
    const applied = new Set(rows.map((row) => row.version));
    const names: string[] = [];
    for (const file of files) {
      const [, version, name] = /(\d+)_(.+)\.sql$/.exec(file.name) ?? [];
      if (version === undefined || name === undefined)
        throw new Problem(`supabase/${file.name} must be named <version>_<name>.sql.`);
      if (applied.has(version)) continue;
      await inTransaction(client, async () => {
        await runFile(client, file);
        await client.query('reset all');
        await client.query(
          'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, $2, $3)',
          [version, [file.sql], name],
        );
      });
      names.push(file.name);
    }
    return names;
  });
}

/** Runs supabase/seed.sql unless this database had it before. Returns true if it ran. */
export async function applySeed(url: string): Promise<boolean> {
  const sql = await readFile(path.join(supabaseFolder, 'seed.sql'), 'utf8').catch(() => undefined);
  if (sql === undefined) return false;
  return withClient(url, async (client) => {
    await client.query(historyTables);
    const seeded = await client.query("select from supabase_migrations.seed_files where path = 'supabase/seed.sql'");
    if (seeded.rowCount !== 0) return false;
    await inTransaction(client, async () => {
      await runFile(client, { name: 'seed.sql', sql });
      await client.query(
        "insert into supabase_migrations.seed_files (path, hash) values ('supabase/seed.sql', md5($1))",
        [sql],
      );
    });
    await client.query('analyze');
    return true;
  });
}

/** Applies the declarative schema, supabase/schemas, in order and in one transaction. */
export async function applySchemas(url: string): Promise<void> {
  const files = await sqlFiles('schemas');
  await withClient(url, (client) =>
    inTransaction(client, async () => {
      for (const file of files) await runFile(client, file);
    }),
  );
}
