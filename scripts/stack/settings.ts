import path from 'node:path';
import { z } from 'zod';
import { Problem } from './problem.ts';

/** The folder that holds package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..');

const port = (fallback: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.int().min(1024).max(65535)).default(fallback);

const environment = z.object({
  QUORUM_APP_PORT: port(5173),
  QUORUM_API_PORT: port(54321),
  QUORUM_DB_PORT: port(54322),
  QUORUM_DATA_DIR: z.string().trim().min(1).default('.local'),
});

/** Where one local stack lives. */
export interface Settings {
  appPort: number;
  apiPort: number;
  databasePort: number;
  /** Absolute path. */
  dataDirectory: string;
}

/** Reads the QUORUM_* variables; an unset or empty one has its default. Throws a Problem that names the first bad one. */
export function readSettings(variables: Record<string, string | undefined> = process.env): Settings {
  const filled = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = environment.safeParse(filled);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new Problem(
      name === 'QUORUM_DATA_DIR'
        ? 'QUORUM_DATA_DIR must name a folder.'
        : `${name} is "${filled[name]}": it must be a port number from 1024 to 65535.`,
    );
  }
  const settings = {
    appPort: result.data.QUORUM_APP_PORT,
    apiPort: result.data.QUORUM_API_PORT,
    databasePort: result.data.QUORUM_DB_PORT,
    dataDirectory: path.resolve(projectRoot, result.data.QUORUM_DATA_DIR),
  };
  if (new Set([settings.appPort, settings.apiPort, settings.databasePort]).size < 3) {
    throw new Problem('QUORUM_APP_PORT, QUORUM_API_PORT and QUORUM_DB_PORT must be three different ports.');
  }
  return settings;
}

/** The address of the API on this machine, as the app and supabase-js use it. */
export function apiUrl(settings: Pick<Settings, 'apiPort'>): string {
  return `http://127.0.0.1:${settings.apiPort}`;
}

/** The address of the app on this machine. */
export function appUrl(settings: Pick<Settings, 'appPort'>): string {
  return `http://localhost:${settings.appPort}`;
}
