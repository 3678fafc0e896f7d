import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, preview } from 'vite';
import { requireFreePort } from './stack/ports.ts';
import { runCommand } from './stack/problem.ts';
import { step } from './stack/progress.ts';
import { appUrl, projectRoot, readSettings } from './stack/settings.ts';
import { stopRequested, untilStopped, withoutNewSignalListeners } from './stack/signals.ts';
import { type Stack, startStack } from './stack/stack.ts';

/** Builds the app for this stack and serves it as a web server would. */
async function startBuiltApp(port: number, outDir: string, stack: Stack): Promise<() => Promise<void>> {
  process.env.VITE_SUPABASE_URL = stack.api.url;
  process.env.VITE_SUPABASE_PUBLISHABLE_KEY = stack.keys.publishableKey;
  const common = { root: projectRoot, logLevel: 'warn', build: { outDir, emptyOutDir: true } } as const;
  await build(common);
  const options = { ...common, preview: { port, strictPort: true, host: 'localhost' } };
  const server = await withoutNewSignalListeners(() => preview(options));
  return () => server.close();
}

/**
 * npm run preview: the built app on the real stack, until Ctrl-C. The browser tests run on this; with --throwaway the
 * data directory is deleted at the end.
 */
await runCommand(async () => {
  const requested = stopRequested();
  const settings = readSettings();
  await requireFreePort(settings.appPort, 'QUORUM_APP_PORT');
  const stack = await startStack(settings);
  try {
    const stopApp = await startBuiltApp(settings.appPort, path.join(settings.dataDirectory, 'app'), stack);
    step(`Built app on ${appUrl(settings)}. Ctrl-C stops everything.`);
    await untilStopped(stack, requested).finally(stopApp);
  } finally {
    await stack.stop();
    if (process.argv.includes('--throwaway')) await rm(settings.dataDirectory, { recursive: true, force: true });
  }
});
process.exit();
