import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '../../../scripts/stack/database.ts';
import { waitUntil } from '../../../scripts/stack/process.ts';
import './provided.ts';

export interface TestDatabase {
  /** Signs in as `postgres`, which owns the application and bypasses RLS. */
  pool: pg.Pool;
  url: string;
  /** Address for the superuser, who alone may switch off triggers or RLS. */
  adminUrl: string;
  /** Ends the pool and drops the database. Call it in afterAll. */
  close(): Promise<void>;
}

/** The roles that a request can have. */
export type ApiRole = 'anon' | 'authenticated' | 'service_role';

function address(role: 'postgres' | 'supabase_admin', database: string): string {
  const { port, password } = inject('postgres');
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** A migrated database of its own, for one test file; about 100 ms. `connections` is the size of its pool. */
export async function openDatabase(connections = 10): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const { template } = inject('postgres');
  const maintenance = address('supabase_admin', 'template1');
  await withClient(maintenance, (client) =>
    client.query(`create database ${name} template ${template} owner postgres strategy file_copy`),
  );
  const url = address('postgres', name);
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const close = async () => {
    await pool.end();
    await withClient(maintenance, async (client) => {
      // pool.end() returns before Postgres has seen the last connection close.
      const sessions = 'select from pg_stat_activity where datname = $1';
      await waitUntil(async () => (await client.query(sessions, [name])).rowCount === 0, 5_000);
      await client.query(`drop database ${name}`);
    });
  };
  return { pool, url, adminUrl: address('supabase_admin', name), close };
}

/** Makes the current transaction a request of this role with these claims, exactly as PostgREST does. */
export async function setRole(client: pg.ClientBase, role: ApiRole, claims: Record<string, unknown> = {}) {
  await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [
    role,
    JSON.stringify({ role, ...claims }),
  ]);
}

async function inRequest<T>(
  pool: pg.Pool,
  end: 'commit' | 'rollback',
  prepare: (client: pg.PoolClient) => Promise<void>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await prepare(client);
    const result = await work(client);
    await client.query(end);
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Runs `work` as a request of this role and rolls it back. Errors are Postgres's own, with `code` = SQLSTATE. */
export function asRole<T>(
  pool: pg.Pool,
  role: ApiRole,
  claims: Record<string, unknown>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inRequest(pool, 'rollback', (client) => setRole(client, role, claims), work);
}

/** Runs `work` as a request of this signed-in person and rolls it back. */
export function asUser<T>(pool: pg.Pool, userId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return asRole(pool, 'authenticated', { sub: userId }, work);
}

/** Runs `work` as a request of this signed-in person and commits it. */
export function commitAsUser<T>(
  pool: pg.Pool,
  userId: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inRequest(pool, 'commit', (client) => setRole(client, 'authenticated', { sub: userId }), work);
}

/** Adds a person to auth.users, as a sign-up does, and returns the id. The sign-up trigger makes the profile. */
export async function createUser(pool: pg.Pool | pg.ClientBase, email: string, fullName = email): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
     values ($1, 'authenticated', 'authenticated', $2, '', now(), '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', $3::text), now(), now())`,
    [id, email, fullName],
  );
  return id;
}
