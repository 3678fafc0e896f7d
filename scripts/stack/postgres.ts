import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { postgresBinaries } from './postgres-binaries.ts';
import { type Launcher, postgresLauncher } from './postgres-user.ts';
import { Problem } from './problem.ts';
import { processExists, waitUntil } from './process.ts';
import { readPostmaster, stopStalePostgres } from './stale-postgres.ts';

const majorVersion = '17';

export interface PostgresOptions {
  /** Absolute path; Postgres lives in its folder `postgres`, the log beside it. */
  dataDirectory: string;
  port: number;
  /** Password of the superuser `supabase_admin`, used when the cluster is first made. */
  password: string;
  /** For databases that are thrown away: writes need not survive a power cut. */
  fast?: boolean;
}

export interface RunningPostgres {
  port: number;
  /** Address of a database for the superuser `supabase_admin`, who is no one in the app. */
  adminUrl(database: string): string;
  /** Ends all sessions and waits until the process is gone. Safe to call twice. */
  stop(): Promise<void>;
  /** Settles when the process ends, by whatever cause. */
  exited: Promise<void>;
}

function finished(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

async function initialise(cluster: string, initdb: string, launcher: Launcher, password: string): Promise<void> {
  const passwordFile = `${cluster}-password`;
  await launcher.makeDirectory(cluster);
  try {
    // World-readable for the moment that initdb needs, because it may run as another user; its folder is not.
    await writeFile(passwordFile, password, { mode: 0o644 });
    const { command, commandArguments } = launcher.wrap(initdb, [
      `--pgdata=${cluster}`,
      '--username=supabase_admin',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ]);
    const child = spawn(command, commandArguments, {
      ...launcher.identity,
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
    });
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    if ((await finished(child)) !== 0) {
      await rm(cluster, { recursive: true, force: true });
      throw new Error(`Postgres could not make its data in ${cluster}: ${output.trim()}`);
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function requireKnownVersion(cluster: string): Promise<boolean> {
  const version = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version !== '' && version !== majorVersion) {
    throw new Problem(
      `${cluster} was made by Postgres ${version} and Quorum uses ${majorVersion}: run \`npm run db:reset\` (it deletes the local data), or set QUORUM_DATA_DIR to another folder.`,
    );
  }
  return version === majorVersion;
}

async function lastLogLines(log: string): Promise<string> {
  return (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join(' ');
}

/** Starts Postgres 17 on 127.0.0.1, making its cluster on first use and first stopping one that a killed start left behind. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  await mkdir(options.dataDirectory, { recursive: true });
  const binaries = await postgresBinaries();
  const launcher = await postgresLauncher(binaries.postgres, options.dataDirectory);
  const cluster = path.join(options.dataDirectory, 'postgres');
  const log = path.join(options.dataDirectory, 'postgres.log');
  await stopStalePostgres(cluster);
  if (!(await requireKnownVersion(cluster))) {
    await rm(cluster, { recursive: true, force: true });
    await initialise(cluster, binaries.initdb, launcher, options.password);
  }

  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=150',
    'timezone=UTC',
    'password_encryption=scram-sha-256',
  ];
  if (options.fast) flags.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off');
  const { command, commandArguments } = launcher.wrap(binaries.postgres, [
    '-D',
    cluster,
    '-p',
    String(options.port),
    ...flags.flatMap((flag) => ['-c', flag]),
  ]);
  const logFile = await open(log, 'w', 0o600);
  // detached: Ctrl-C in the terminal reaches only the start script, which stops the parts in order.
  const child = spawn(command, commandArguments, {
    ...launcher.identity,
    stdio: ['ignore', logFile.fd, logFile.fd],
    detached: true,
    cwd: '/',
  });
  const exited = finished(child).then(() => undefined);
  await logFile.close();

  const isUp = async () => child.exitCode !== null || (await readPostmaster(cluster))?.ready === true;
  if (!(await waitUntil(isUp, 60_000)) || child.exitCode !== null) {
    child.kill('SIGQUIT');
    throw new Problem(`Postgres did not start (log: ${log}): ${await lastLogLines(log)}`);
  }
  // Whatever ends this process other than kill -9 takes Postgres along, even where nobody calls stop.
  const end = () => void child.kill('SIGINT');
  process.once('exit', end);
  void exited.then(() => process.off('exit', end));
  return {
    port: options.port,
    adminUrl: (database) => `postgresql://supabase_admin:${options.password}@127.0.0.1:${options.port}/${database}`,
    exited,
    stop: async () => {
      if (child.pid === undefined || !processExists(child.pid)) return;
      child.kill('SIGINT');
      await exited;
    },
  };
}
