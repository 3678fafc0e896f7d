import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../../scripts/stack/migrations.ts';
import { startThrowawayPostgres } from '../../../scripts/stack/throwaway.ts';
import './provided.ts';

const template = 'quorum_template';

/** One Postgres for all files of the project, with a migrated database that each file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  try {
    await applyMigrations(await server.createDatabase(template));
    project.provide('postgres', { port: server.postgres.port, password: server.keys.databasePassword, template });
    return server.stop;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
