import { runCommand } from './stack/problem.ts';
import { readSettings } from './stack/settings.ts';
import { stopRequested, untilStopped } from './stack/signals.ts';
import { startStack } from './stack/stack.ts';

/** npm run backend: Postgres and the API, in the foreground, until Ctrl-C. */
await runCommand(async () => {
  const requested = stopRequested();
  const stack = await startStack(readSettings());
  try {
    console.log('\n  Ready. `npm run --silent env` prints the addresses and keys. Ctrl-C stops everything.\n');
    await untilStopped(stack, requested);
  } finally {
    await stack.stop();
  }
});
process.exit();
