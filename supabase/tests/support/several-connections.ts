import pg from 'pg';
import { setRole } from './database.ts';
import { toRefusal } from './refusal.ts';
import { value } from './rpc.ts';

/** Runs `work` in a transaction of its own as this person on this connection; returns the code of the refusal, or 'done'. */
export async function attempt(
  client: pg.ClientBase,
  userId: string,
  work: (client: pg.ClientBase) => Promise<unknown>,
): Promise<string> {
  try {
    await client.query('begin');
    await setRole(client, 'authenticated', { sub: userId });
    await work(client);
    await client.query('commit');
    return 'done';
  } catch (error) {
    await client.query('rollback');
    return toRefusal(error).code;
  }
}

/** Opens so many connections, lets `work` use them, and closes them. */
export async function withConnections<T>(
  url: string,
  count: number,
  work: (clients: pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  try {
    await Promise.all(clients.map((client) => client.connect()));
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** The process id of a connection's server side, to watch whether it waits. */
export const backendOf = (client: pg.ClientBase) => value<number>(client, 'pg_backend_pid()');

/** True if the connection waits for a lock that another one holds. */
export const waitsForLock = (observer: pg.Pool | pg.ClientBase, backend: number) =>
  value<boolean>(observer, 'cardinality(pg_blocking_pids($1)) > 0', [backend]);
