import { execFile } from 'node:child_process';
import { chown, mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Problem } from './problem.ts';

const run = promisify(execFile);

/** How Postgres programs are started: `command` with `prefix` before the program's own path, as `uid`/`gid` where set. */
export interface Launcher {
  /** Wraps a program and its arguments. */
  wrap(program: string, programArguments: string[]): { command: string; commandArguments: string[] };
  identity: { uid?: number; gid?: number };
  /** Makes a directory that the Postgres programs own. */
  makeDirectory(directory: string): Promise<void>;
}

const direct = (program: string, programArguments: string[]) => ({
  command: program,
  commandArguments: programArguments,
});

async function numericId(flag: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [flag, 'postgres'])).stdout.trim());
}

async function postgresIdentity(): Promise<{ uid: number; gid: number }> {
  try {
    return { uid: await numericId('-u'), gid: await numericId('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']).catch(
      () => {
        throw new Problem(
          'Postgres refuses to run as root and no user `postgres` could be made: start as an ordinary user, or run `useradd postgres` first.',
        );
      },
    );
    return { uid: await numericId('-u'), gid: await numericId('-g') };
  }
}

/**
 * The way to start Postgres here. An ordinary user starts it directly. Root starts it as the user `postgres` (made if
 * absent), because Postgres refuses to run as root; where that user can't reach the project (a clone in /root), it is
 * given just the right to pass through folders.
 */
export async function postgresLauncher(postgres: string, dataDirectory: string): Promise<Launcher> {
  if (process.getuid?.() !== 0) {
    return {
      wrap: direct,
      identity: {},
      makeDirectory: async (directory) => void (await mkdir(directory, { recursive: true, mode: 0o700 })),
    };
  }
  const identity = await postgresIdentity();
  const makeDirectory = async (directory: string) => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chown(directory, identity.uid, identity.gid);
  };
  const reaches = await Promise.all([
    run(postgres, ['--version'], identity),
    run('test', ['-x', dataDirectory], identity),
  ]).catch(() => undefined);
  if (reaches !== undefined) return { wrap: direct, identity, makeDirectory };

  const passThrough = [
    `--reuid=${identity.uid}`,
    `--regid=${identity.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const wrap = (program: string, programArguments: string[]) => ({
    command: 'setpriv',
    commandArguments: [...passThrough, program, ...programArguments],
  });
  const wrapped = wrap(postgres, ['--version']);
  await run(wrapped.command, wrapped.commandArguments).catch(() => {
    throw new Problem(
      "Postgres runs as the user `postgres`, who can't read this folder: move the clone out of /root (to /srv, say), or start as an ordinary user.",
    );
  });
  return { wrap, identity: {}, makeDirectory };
}
