import { open } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { createServer, type ViteDevServer } from 'vite';
import { startApi } from '../../scripts/stack/api.ts';
import { withClient } from '../../scripts/stack/database.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { projectRoot } from '../../scripts/stack/settings.ts';
import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';
import { MEASURED } from '../seed/seed.ts';
import type { appRequests } from './app-requests.ts';
import { publicStatements, type Statement } from './postgres-log.ts';

/** A list of the app with the statements that reach Postgres when it is shown. */
export interface CapturedRequest {
  name: string;
  statements: Statement[];
}

type Kind = 'lists' | 'searches';

/** What the file holds from a position on, and the position of its end. */
async function readFrom(file: string, position: number): Promise<{ text: string; end: number }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read({ buffer: Buffer.alloc(size - position), position });
    return { text: buffer.toString(), end: size };
  } finally {
    await handle.close();
  }
}

/** The app's requests, loaded as the app is, by Vite: signed in, ready to be sent. */
async function loadRequests(vite: ViteDevServer): ReturnType<typeof appRequests> {
  const module = await vite.ssrLoadModule('/bench/queries/app-requests.ts');
  return module.appRequests(MEASURED, MEASURED.slug);
}

async function capture(vite: ViteDevServer, log: string, kind: Kind): Promise<CapturedRequest[]> {
  const requests = await loadRequests(vite);
  const captured: CapturedRequest[] = [];
  for (const [name, send] of Object.entries(requests[kind])) {
    const { end } = await readFrom(log, 0);
    await send();
    const statements = publicStatements((await readFrom(log, end)).text);
    if (statements.length === 0) throw new Error(`${name} reached no table: nothing to measure.`);
    captured.push({ name, statements });
  }
  return captured;
}

/** Sends the app's own requests through the API and reads from the log of Postgres what they come to there. */
export async function captureRequests(
  server: ThrowawayPostgres,
  database: string,
  kind: Kind,
): Promise<CapturedRequest[]> {
  const adminUrl = server.postgres.adminUrl(database);
  const logging = (change: string) =>
    withClient(adminUrl, (client) =>
      client.query(`alter role authenticator in database ${pg.escapeIdentifier(database)} ${change}`),
    );
  await logging("set log_statement = 'all'");
  const api = await startApi({
    port: await freePort(),
    databasePort: server.postgres.port,
    database,
    keys: server.keys,
    adminUrl,
    siteUrl: 'http://localhost:5173',
    dataDirectory: server.dataDirectory,
    announce: () => {},
  });
  // Where the app looks for them.
  process.env.VITE_SUPABASE_URL = api.url;
  process.env.VITE_SUPABASE_PUBLISHABLE_KEY = server.keys.publishableKey;
  const vite = await createServer({
    root: projectRoot,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: path.join(server.dataDirectory, 'vite'),
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await capture(vite, path.join(server.dataDirectory, 'postgres.log'), kind);
  } finally {
    await vite.close();
    await api.stop();
    await logging('reset log_statement');
  }
}
