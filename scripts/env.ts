import { databaseUrl } from './stack/database.ts';
import { readOrCreateKeys } from './stack/keys.ts';
import { runCommand } from './stack/problem.ts';
import { apiUrl, readSettings } from './stack/settings.ts';

/** npm run --silent env: addresses and keys of the local stack, a line each, whether or not it runs. */
await runCommand(async () => {
  const settings = readSettings();
  const keys = await readOrCreateKeys(settings.dataDirectory);
  console.log(`VITE_SUPABASE_URL=${apiUrl(settings)}`);
  console.log(`VITE_SUPABASE_PUBLISHABLE_KEY=${keys.publishableKey}`);
  console.log(`SUPABASE_SECRET_KEY=${keys.secretKey}`);
  console.log(`DATABASE_URL=${databaseUrl(settings.databasePort, 'postgres', keys.databasePassword)}`);
});
