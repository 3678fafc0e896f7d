import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';
import { freePort } from '../scripts/stack/ports.ts';
import { projectRoot } from '../scripts/stack/settings.ts';

/** Where the app of the build finds Supabase. */
export interface BuildEnvironment {
  VITE_SUPABASE_URL: string;
  VITE_SUPABASE_PUBLISHABLE_KEY: string;
}

/** Builds a page as the app is built (vite.config.ts) into a folder of its own, and serves it while `work` runs. `root`: the folder of its index.html. */
export async function withServedBuild<T>(
  root: string,
  environment: BuildEnvironment,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const outDir = await mkdtemp(path.join(os.tmpdir(), 'quorum-bench-'));
  const shared = { root, configFile: path.join(projectRoot, 'vite.config.ts'), logLevel: 'error' } as const;
  Object.assign(process.env, environment);
  try {
    // Vite's own server, which the database part uses, has set this to development by now, and React would be its slow build.
    process.env.NODE_ENV = 'production';
    await build({ ...shared, build: { outDir, emptyOutDir: true } });
    const server = await preview({
      ...shared,
      build: { outDir },
      preview: { port: await freePort(), strictPort: true, host: '127.0.0.1' },
    });
    try {
      return await work(server.resolvedUrls?.local[0] ?? '');
    } finally {
      await server.close();
    }
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
