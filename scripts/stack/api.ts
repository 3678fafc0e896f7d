import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { App } from '@supabase/lite';
import { PostgresConnection } from '@supabase/lite/postgres';
import { databaseUrl } from './database.ts';
import type { Keys } from './keys.ts';
import { createMailbox, type Mailbox } from './mail.ts';
import { likePostgrest } from './postgrest-errors.ts';
import { startRealtime } from './realtime/realtime.ts';

export interface ApiOptions {
  port: number;
  databasePort: number;
  /** Default `postgres`. */
  database?: string;
  keys: Keys;
  /** Superuser address of the same database: the API reads its catalog through it, Realtime asks who may listen. */
  adminUrl: string;
  /** The app's address: where links in mails lead. */
  siteUrl: string;
  /** Mails are kept in its folder `mail`. */
  dataDirectory: string;
  announce: (line: string) => void;
}

export interface RunningApi {
  url: string;
  /** Ends open connections and waits until the port is free. */
  stop(): Promise<void>;
}

/**
 * @supabase/lite hands a function's json arguments over as text that is JSON already, and would have it quoted once more: the
 * function would get a string in place of the list or object that hosted Supabase gives it.
 */
function serializeJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const types = {
  json: { to: 114, from: [114], serialize: serializeJson, parse: JSON.parse },
  jsonb: { to: 3802, from: [3802], serialize: serializeJson, parse: JSON.parse },
};

/** PostgREST keeps every request's work inside one pool like this; what comes on top waits its turn. */
const poolSize = 20;

/**
 * The API signs in as `authenticator`, which may become anon, authenticated or service_role and owns nothing. The
 * catalog is read over a second connection, because information_schema hides from a role what it may not use.
 */
class ApiConnection extends PostgresConnection {
  readonly catalog: PostgresConnection;

  constructor(url: string, catalogUrl: string) {
    const quiet = { onnotice: () => {} };
    super({
      url,
      postgresOptions: { max: poolSize, types, ...quiet, connection: { search_path: 'public, extensions' } },
    });
    this.catalog = new PostgresConnection({ url: catalogUrl, postgresOptions: { max: 1, ...quiet } });
    // @supabase/lite would otherwise grant everything in every schema to the API roles on the first request, undoing
    // the column grants and revocations that the migrations make.
    Object.assign(this, { rlsState: 'active' });
  }

  override introspect(options?: { useCache?: boolean }): ReturnType<PostgresConnection['introspect']> {
    return this.catalog.introspect(options);
  }

  override normalizeDbError(error: unknown): unknown {
    return likePostgrest(super.normalizeDbError(error));
  }

  /** Reads the catalog now, and again after each change that the database announces on channel `pgrst`. */
  async followSchema(): Promise<void> {
    await this.catalog.driver.listen('pgrst', () => void this.catalog.clearSchemaCache());
    await this.introspect({ useCache: true });
  }

  override async close(): Promise<void> {
    await Promise.all([super.close(), this.catalog.close()]);
  }
}

function createApp(options: ApiOptions, connection: PostgresConnection, mailbox: Mailbox): App {
  return new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000, aggregates_enabled: true },
    auth: {
      enabled: true,
      jwt_secret: options.keys.jwtSecret,
      publishable_key: options.keys.publishableKey,
      secret_key: options.keys.secretKey,
      site_url: options.siteUrl,
      additional_redirect_urls: [`${options.siteUrl}/**`],
      minimum_password_length: 8,
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: false },
    db: { migrations: { enabled: false } },
    options: {
      server: { admin: false, disableStudio: true, disableFallback: true },
      drivers: { email: mailbox.driver },
    },
  });
}

/** What a browser asks before it sends a request; @supabase/lite refuses it for /rest/v1/rpc, and for keys on /auth/v1. */
function preflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
      'access-control-max-age': '86400',
    },
  });
}

/** Lets the app, which has another origin, read what /auth/v1 answers, as hosted Supabase does. */
function readableByBrowsers(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', 'x-sb-error-code, x-supabase-api-version');
  return new Response(response.body, { status: response.status, headers });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts the PostgREST-, GoTrue- and Realtime-compatible API on 127.0.0.1. It follows changes of the schema, so it may start before or after the migrations. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const url = databaseUrl(options.databasePort, 'authenticator', options.keys.databasePassword, options.database);
  const connection = new ApiConnection(url, options.adminUrl);
  const apiUrl = `http://127.0.0.1:${options.port}`;
  const mailbox = createMailbox({ ...options, apiUrl });
  const app = await createApp(options, connection, mailbox).init();
  await connection.followSchema();
  const listener = getRequestListener(async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) return preflight(request);
    if (pathname.startsWith('/rest/v1')) return app.server.fetch(request);
    if (!pathname.startsWith('/auth/v1')) return Response.json({ message: 'Not found' }, { status: 404 });
    return readableByBrowsers(await mailbox.during(request, () => app.server.fetch(request)));
  });
  const server = createServer(listener);
  const stopRealtime = await startRealtime({ server, keys: options.keys, adminUrl: options.adminUrl });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: apiUrl,
    stop: async () => {
      await stopRealtime();
      await close(server);
      await connection.close();
    },
  };
}
