import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './problem.ts';
import { commandLine, processExists, waitUntil } from './process.ts';

/** What a running Postgres says about itself in its data directory. */
export async function readPostmaster(clusterDirectory: string): Promise<{ pid: number; ready: boolean } | undefined> {
  const lines = (await readFile(path.join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * Stops the Postgres that a killed start left behind. It is found by its pid file alone and stopped only if the process
 * with that id really serves this directory. Returns true if one was stopped.
 */
export async function stopStalePostgres(clusterDirectory: string): Promise<boolean> {
  const postmaster = await readPostmaster(clusterDirectory);
  if (postmaster === undefined || !processExists(postmaster.pid)) return false;
  if (!(await commandLine(postmaster.pid)).includes(clusterDirectory)) return false;
  try {
    process.kill(postmaster.pid, 'SIGINT');
  } catch {
    throw new Problem(
      `Postgres (process ${postmaster.pid}) still serves ${clusterDirectory} and belongs to another user: stop it as that user.`,
    );
  }
  if (!(await waitUntil(() => !processExists(postmaster.pid), 20_000))) {
    throw new Problem(
      `Postgres (process ${postmaster.pid}) of an earlier start does not stop: end it with \`kill -9 ${postmaster.pid}\` and start again.`,
    );
  }
  return true;
}
