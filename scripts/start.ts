import { existsSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { requireFreePort } from './stack/ports.ts';
import { runCommand } from './stack/problem.ts';
import { step } from './stack/progress.ts';
import { appUrl, projectRoot, readSettings } from './stack/settings.ts';
import { stopRequested, untilStopped, withoutNewSignalListeners } from './stack/signals.ts';
import { type Stack, startStack } from './stack/stack.ts';

/** Starts Vite's server for the app, which reads the two variables that hosted deployments set as well. */
async function startApp(port: number, stack: Stack): Promise<() => Promise<void>> {
  process.env.VITE_SUPABASE_URL = stack.api.url;
  process.env.VITE_SUPABASE_PUBLISHABLE_KEY = stack.keys.publishableKey;
  const server = await withoutNewSignalListeners(async () => {
    const created = await createServer({
      root: projectRoot,
      logLevel: 'warn',
      clearScreen: false,
      server: { port, strictPort: true, host: 'localhost' },
    });
    return created.listen();
  });
  return () => server.close();
}

function welcome(address: string): string {
  return `
  Quorum runs at ${address}

  Sign in with the password quorum-demo as
    admin@riverbend.test         organization admin   (Riverbend Behavioral Health)
    facilitator@riverbend.test   facilitator (and cofacilitator@)
    frontdesk@riverbend.test     front desk
    staff@riverbend.test         staff, looks things up
    float@riverbend.test         facilitator in both organizations
  and the same names at harbor.test (Harbor Recovery Center).

  Ctrl-C stops everything.
`;
}

/** npm start: Postgres, the API and the app, in the foreground, until Ctrl-C. */
await runCommand(async () => {
  const requested = stopRequested();
  const settings = readSettings();
  await requireFreePort(settings.appPort, 'QUORUM_APP_PORT');
  const stack = await startStack(settings);
  try {
    const stopApp = await startApp(settings.appPort, stack);
    try {
      step(`App on ${appUrl(settings)}`);
      const seeded = existsSync(path.join(projectRoot, 'supabase', 'seed.sql'));
      console.log(
        seeded ? welcome(appUrl(settings)) : `\n  Quorum runs at ${appUrl(settings)}. Ctrl-C stops everything.\n`,
      );
      await untilStopped(stack, requested);
      step('Stopping');
    } finally {
      await stopApp();
    }
  } finally {
    await stack.stop();
  }
});
process.exit();
