import { Problem } from './problem.ts';
import type { Stack } from './stack.ts';

/** A promise that settles with the first Ctrl-C, kill or closed terminal from now on, or when the npm above is gone. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    // A signal to npm ends the shell between npm and this process, which would live on unnoticed.
    const parent = process.ppid;
    const look = () => (process.ppid === parent ? undefined : resolve());
    if (process.env.npm_lifecycle_event !== undefined) setInterval(look, 500).unref();
  });
}

/** Runs `start` and takes away the listener for SIGTERM that Vite adds: it would end the process before Postgres is stopped. */
export async function withoutNewSignalListeners<T>(start: () => Promise<T>): Promise<T> {
  const before = process.listeners('SIGTERM');
  const result = await start();
  for (const listener of process.listeners('SIGTERM')) {
    if (!before.includes(listener)) process.off('SIGTERM', listener);
  }
  return result;
}

/** Waits until the person stops the stack or Postgres ends by itself, which is a Problem. */
export async function untilStopped(stack: Stack, requested: Promise<void>): Promise<void> {
  const died = stack.postgres.exited.then(() => true);
  if (await Promise.race([requested.then(() => false), died])) {
    throw new Problem('Postgres ended by itself: see postgres.log in the data directory.');
  }
}
