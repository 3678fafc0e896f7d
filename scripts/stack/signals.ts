import { Problem } from './problem.ts';
import type { Stack } from './stack.ts';

/** A promise that settles with the first Ctrl-C, kill or closed terminal from now on. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Waits until the person stops the stack or Postgres ends by itself, which is a Problem. */
export async function untilStopped(stack: Stack, requested: Promise<void>): Promise<void> {
  const died = stack.postgres.exited.then(() => true);
  if (await Promise.race([requested.then(() => false), died]))
    throw new Problem('Postgres ended by itself: see postgres.log in the data directory.');
}
