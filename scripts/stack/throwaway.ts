import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { databaseUrl, prepareCluster, prepareDatabase } from './database.ts';
import { createKeys, type Keys } from './keys.ts';
import { freePort } from './ports.ts';
import { type RunningPostgres, startPostgres } from './postgres.ts';

export interface ThrowawayPostgres {
  postgres: RunningPostgres;
  keys: Keys;
  /** Absolute path; gone after `stop`. */
  dataDirectory: string;
  /** Creates a database shaped like a fresh hosted project and returns its address for the role `postgres`. */
  createDatabase(name: string): Promise<string>;
  /** Stops Postgres and deletes its data. */
  stop(): Promise<void>;
}

/** Starts an empty Postgres on a free port, in a folder of its own, for tests and for tools that need the schema alone. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'quorum-'));
  const remove = () => rm(dataDirectory, { recursive: true, force: true });
  const keys = createKeys();
  try {
    const postgres = await startPostgres({
      dataDirectory,
      port: await freePort(),
      password: keys.databasePassword,
      fast: true,
    });
    await prepareCluster(postgres, keys.databasePassword);
    const stop = async () => {
      await postgres.stop();
      await remove();
    };
    const createDatabase = async (name: string) => {
      await prepareDatabase(postgres, name);
      return databaseUrl(postgres.port, 'postgres', keys.databasePassword, name);
    };
    return { postgres, keys, dataDirectory, createDatabase, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Runs `work` with a throwaway Postgres that is gone afterwards. */
export async function withThrowawayPostgres<T>(work: (server: ThrowawayPostgres) => Promise<T>): Promise<T> {
  const server = await startThrowawayPostgres();
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
