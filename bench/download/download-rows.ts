import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { startApi } from '../../scripts/stack/api.ts';
import { applyMigrations } from '../../scripts/stack/migrations.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { projectRoot } from '../../scripts/stack/settings.ts';
import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';
import { withBrowser } from '../browser.ts';
import type { BenchRow } from '../row.ts';
import { MEASURED, seed } from '../seed/seed.ts';
import { withServedBuild } from '../served-build.ts';

/** The design's targets (section 10), KB (1,000 bytes) of brotli. */
const SIGN_IN = 180;
const SCHEDULE = 300;

interface Visit {
  name: string;
  target: number;
  url: string;
  /** Accessible name of what is there when the page is ready. */
  ready: { role: 'button' | 'heading'; name: string | RegExp };
}

function row({ name, target }: Visit, files: ReadonlyMap<string, Buffer>): BenchRow {
  const kilobytes = (bytes: number) => bytes / 1000;
  const value = kilobytes([...files.values()].reduce((sum, body) => sum + brotliCompressSync(body).length, 0));
  const plain = kilobytes([...files.values()].reduce((sum, body) => sum + body.length, 0));
  const detail = `${files.size} files, ${plain.toFixed(0)} KB before compression`;
  return { name, value, unit: 'KB', target, bound: 'most', n: 1, spread: [value, value], detail };
}

/** All JavaScript that an empty browser fetches until the page is ready. */
async function visit(browser: Browser, page: Visit, state: BrowserContextOptions['storageState']): Promise<BenchRow> {
  const context = await browser.newContext({ storageState: state });
  // Pages that are fetched ahead when the browser is idle are not the first load; without this they never are (as in Safari).
  await context.addInitScript(() => Reflect.deleteProperty(window, 'requestIdleCallback'));
  const tab = await context.newPage();
  const bodies: Promise<[string, Buffer]>[] = [];
  tab.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname))
      bodies.push(response.body().then((body) => [response.url(), body]));
  });
  await tab.goto(page.url);
  await tab.getByRole(page.ready.role, { name: page.ready.name }).first().waitFor();
  await tab.waitForLoadState('networkidle');
  const files = new Map(await Promise.all(bodies));
  await context.close();
  return row(page, files);
}

async function signedIn(browser: Browser, url: string) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${url}sign-in`);
  await tab.getByLabel(/e-?mail/i).fill(MEASURED.email);
  await tab.getByLabel(/^password/i).fill(MEASURED.password);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await tab.waitForURL(/\/o\//);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** KB of JavaScript on the first load of the sign-in page and of the schedule page, of the app as it is built. */
export async function downloadRows(server: ThrowawayPostgres, announce: (line: string) => void): Promise<BenchRow[]> {
  const database = 'bench_download';
  await applyMigrations(await server.createDatabase(database));
  await seed(server.postgres.adminUrl(database), { organizations: 1, patients: 500 }, () => {});
  const api = await startApi({
    port: await freePort(),
    databasePort: server.postgres.port,
    database,
    keys: server.keys,
    adminUrl: server.postgres.adminUrl(database),
    siteUrl: 'http://localhost:5173',
    dataDirectory: server.dataDirectory,
    announce: () => {},
  });
  announce('Building the app');
  const environment = { VITE_SUPABASE_URL: api.url, VITE_SUPABASE_PUBLISHABLE_KEY: server.keys.publishableKey };
  try {
    return await withServedBuild(projectRoot, environment, (url) =>
      withBrowser(async (browser) => {
        announce('Measuring: first load');
        const signIn: Visit = {
          name: 'First load, sign-in page',
          target: SIGN_IN,
          url: `${url}sign-in`,
          ready: { role: 'button', name: 'Sign in' },
        };
        const schedule: Visit = {
          name: 'First load, schedule page',
          target: SCHEDULE,
          url: `${url}o/${MEASURED.slug}/pm/schedule`,
          ready: { role: 'button', name: /Bennett|Recovery|Process Group|Support Circle|Skills Training/ },
        };
        const rows = [await visit(browser, signIn, undefined)];
        rows.push(await visit(browser, schedule, await signedIn(browser, url)));
        return rows;
      }),
    );
  } finally {
    await api.stop();
  }
}
