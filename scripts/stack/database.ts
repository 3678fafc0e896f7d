import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import pg from 'pg';
import type { RunningPostgres } from './postgres.ts';

const localSql = path.resolve(import.meta.dirname, '..', 'local');

/** Roles that programs sign in as. `postgres` owns the application, as on hosted; `authenticator` is what the API is. */
export type LoginRole = 'postgres' | 'authenticator';

/** The address of a database for one of the two login roles. */
export function databaseUrl(port: number, role: LoginRole, password: string, database = 'postgres'): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Runs `work` with one connection that is closed afterwards. */
export async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` in a transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Creates Supabase's roles, once per cluster, and gives the login roles their password. */
export async function prepareCluster(server: RunningPostgres, password: string): Promise<void> {
  const roles = await readFile(path.join(localSql, 'roles.sql'), 'utf8');
  await withClient(server.adminUrl('template1'), async (client) => {
    await client.query(roles);
    await client.query(`alter role postgres password ${pg.escapeLiteral(password)}`);
    await client.query(`alter role authenticator password ${pg.escapeLiteral(password)}`);
  });
}

async function createAuthTables(url: string): Promise<void> {
  const connection = createPostgresConnection({ url, postgresOptions: { max: 1, onnotice: () => {} } });
  try {
    await new App({
      connection,
      auth: { enabled: true, jwt_secret: '0'.repeat(64) },
      db: { migrations: { enabled: false } },
    }).ensureSystemSchema();
  } finally {
    await connection.close();
  }
}

function hasSchema(url: string, name: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const found = await client.query('select from pg_namespace where nspname = $1', [name]);
    return found.rowCount !== 0;
  });
}

async function runLocalSql(url: string, file: string): Promise<void> {
  const sql = await readFile(path.join(localSql, file), 'utf8');
  await withClient(url, (client) => inTransaction(client, () => client.query(sql)));
}

/** Creates a database shaped like a fresh hosted project, owned by `postgres`; one that exists and has that shape is left alone. */
export async function prepareDatabase(server: RunningPostgres, name: string): Promise<void> {
  await withClient(server.adminUrl('template1'), async (client) => {
    const existing = await client.query('select from pg_database where datname = $1', [name]);
    const database = pg.escapeIdentifier(name);
    if (existing.rowCount === 0) await client.query(`create database ${database} owner postgres`);
    else await client.query(`alter database ${database} owner to postgres`);
  });
  const adminUrl = server.adminUrl(name);
  if (!(await hasSchema(adminUrl, 'extensions'))) {
    await createAuthTables(adminUrl);
    await runLocalSql(adminUrl, 'bootstrap.sql');
  }
  // By itself: databases that an earlier version of the stack made have no Realtime.
  if (!(await hasSchema(adminUrl, 'realtime'))) await runLocalSql(adminUrl, 'realtime.sql');
}

/** Clones a database, which takes some 50 ms whatever it holds. Nobody may be connected to the template. */
export async function cloneDatabase(server: RunningPostgres, template: string, name: string): Promise<void> {
  await withClient(server.adminUrl('template1'), (client) =>
    client.query(
      `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} owner postgres strategy file_copy`,
    ),
  );
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(server: RunningPostgres, name: string): Promise<void> {
  await withClient(server.adminUrl('template1'), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}
