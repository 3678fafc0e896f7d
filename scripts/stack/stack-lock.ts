import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, Problem } from './problem.ts';
import { commandLine, processExists } from './process.ts';

const fileName = 'stack.pid';

/** The id of the start script that runs in this data directory, or undefined. A leftover of a killed start doesn't count. */
export async function runningStack(dataDirectory: string): Promise<number | undefined> {
  const pid = Number(await readFile(path.join(dataDirectory, fileName), 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !processExists(pid)) return undefined;
  return /scripts\/[a-z-]+\.ts/.test(await commandLine(pid)) ? pid : undefined;
}

/** Throws a Problem while a stack runs in this data directory. */
export async function requireNoStack(dataDirectory: string): Promise<void> {
  const pid = await runningStack(dataDirectory);
  if (pid !== undefined) {
    throw new Problem(
      `A stack already runs in ${dataDirectory} (process ${pid}): stop that one with Ctrl-C (or \`kill ${pid}\`), or set QUORUM_DATA_DIR and the QUORUM_*_PORT variables for a second one.`,
    );
  }
}

/** Claims the data directory for this process. Returns what gives it back. */
export async function lockStack(dataDirectory: string): Promise<() => Promise<void>> {
  const file = path.join(dataDirectory, fileName);
  await mkdir(dataDirectory, { recursive: true });
  await requireNoStack(dataDirectory);
  await rm(file, { force: true });
  await writeFile(file, String(process.pid), { flag: 'wx' }).catch((error: unknown) => {
    throw errorCode(error) === 'EEXIST' ? new Problem(`Another stack is just starting in ${dataDirectory}.`) : error;
  });
  return () => rm(file, { force: true });
}
