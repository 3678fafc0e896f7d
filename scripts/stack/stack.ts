import path from 'node:path';
import { type RunningApi, startApi } from './api.ts';
import { databaseUrl, prepareCluster, prepareDatabase } from './database.ts';
import { type Keys, readOrCreateKeys } from './keys.ts';
import { applyMigrations, applySeed } from './migrations.ts';
import { requireFreePort } from './ports.ts';
import { type RunningPostgres, startPostgres } from './postgres.ts';
import { step } from './progress.ts';
import { appUrl, type Settings } from './settings.ts';
import { lockStack } from './stack-lock.ts';
import { stopStalePostgres } from './stale-postgres.ts';

export interface Stack {
  api: RunningApi;
  postgres: RunningPostgres;
  keys: Keys;
  stop(): Promise<void>;
}

/** Starts Postgres and the API, brings the schema up to date and seeds once. What was started is stopped again if a later part fails. */
export async function startStack(settings: Settings): Promise<Stack> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const action of undo.splice(0).reverse()) await action();
  };
  try {
    undo.push(await lockStack(settings.dataDirectory));
    if (await stopStalePostgres(path.join(settings.dataDirectory, 'postgres')))
      step('Stopped the Postgres that a killed start left behind');
    await requireFreePort(settings.databasePort, 'QUORUM_DB_PORT');
    await requireFreePort(settings.apiPort, 'QUORUM_API_PORT');
    const keys = await readOrCreateKeys(settings.dataDirectory);

    const postgres = await startPostgres({
      dataDirectory: settings.dataDirectory,
      port: settings.databasePort,
      password: keys.databasePassword,
    });
    undo.push(postgres.stop);
    step(`Postgres 17 on port ${settings.databasePort}, data in ${settings.dataDirectory}`);
    await prepareCluster(postgres, keys.databasePassword);
    await prepareDatabase(postgres, 'postgres');

    const url = databaseUrl(settings.databasePort, 'postgres', keys.databasePassword);
    for (const name of await applyMigrations(url)) step(`Applied ${name}`);
    if (await applySeed(url)) step('Seeded the demo organizations');

    const api = await startApi({
      port: settings.apiPort,
      databasePort: settings.databasePort,
      keys,
      adminUrl: postgres.adminUrl('postgres'),
      siteUrl: appUrl(settings),
      dataDirectory: settings.dataDirectory,
      announce: step,
    });
    undo.push(api.stop);
    step(`API on ${api.url}`);
    return { api, postgres, keys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
