import type { TestProject } from 'vitest/node';
import { startApi } from '../../../scripts/stack/api.ts';
import { applyMigrations } from '../../../scripts/stack/migrations.ts';
import { freePort } from '../../../scripts/stack/ports.ts';
import { startThrowawayPostgres } from '../../../scripts/stack/throwaway.ts';
import './provided.ts';

/** One Postgres, migrated but not seeded, with the API in front, for all files of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  try {
    const databaseUrl = await server.createDatabase('postgres');
    await applyMigrations(databaseUrl);
    const api = await startApi({
      port: await freePort(),
      databasePort: server.postgres.port,
      keys: server.keys,
      adminUrl: server.postgres.adminUrl('postgres'),
      siteUrl: 'http://localhost:5173',
      dataDirectory: server.dataDirectory,
      announce: () => {},
    });
    const { publishableKey, secretKey, jwtSecret } = server.keys;
    const { dataDirectory } = server;
    project.provide('api', { url: api.url, publishableKey, secretKey, jwtSecret, databaseUrl, dataDirectory });
    return async () => {
      await api.stop();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
