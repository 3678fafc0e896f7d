import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './stack/problem.ts';
import { step } from './stack/progress.ts';
import { readSettings } from './stack/settings.ts';
import { startStack } from './stack/stack.ts';
import { requireNoStack } from './stack/stack-lock.ts';
import { stopStalePostgres } from './stack/stale-postgres.ts';

/** npm run db:reset: deletes the data of the local stack (its keys stay) and makes and seeds it again. */
await runCommand(async () => {
  const settings = readSettings();
  await requireNoStack(settings.dataDirectory);
  const cluster = path.join(settings.dataDirectory, 'postgres');
  await stopStalePostgres(cluster);
  await rm(cluster, { recursive: true, force: true });
  await rm(path.join(settings.dataDirectory, 'mail'), { recursive: true, force: true });
  step(`Deleted the database and the mails in ${settings.dataDirectory}`);
  const stack = await startStack(settings);
  await stack.stop();
  step('Done: the local database is as new');
});
process.exit();
