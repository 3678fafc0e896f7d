import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page, type TestInfo } from '@playwright/test';
import { readOrCreateKeys } from '../../scripts/stack/keys.ts';
import { apiUrl, appUrl, projectRoot, readSettings } from '../../scripts/stack/settings.ts';

/** Builds the browser extension against the stack of the browser tests, as `npm run build:extension` does. */
async function buildExtension(folder: string): Promise<void> {
  const settings = readSettings();
  const { publishableKey } = await readOrCreateKeys(settings.dataDirectory);
  const vite = path.join(projectRoot, 'node_modules', '.bin', 'vite');
  await promisify(execFile)(vite, ['build', '--config', 'vite.extension.config.ts', '--outDir', folder], {
    cwd: projectRoot,
    env: {
      ...process.env,
      VITE_SUPABASE_URL: apiUrl(settings),
      VITE_SUPABASE_PUBLISHABLE_KEY: publishableKey,
      VITE_APP_URL: appUrl(settings),
    },
  });
}

/** An unpacked extension is called by what its folder is called: 32 of the letters a to p. */
function extensionId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

export interface Extension {
  context: BrowserContext;
  /** The page under the button of the toolbar, which no test can press: opened in a tab, in the size that it has there. */
  popup: Page;
}

/** A browser with the extension, built for this test, and its popup open. To be closed by `context.close()`. */
export async function openExtension(testInfo: TestInfo): Promise<Extension> {
  const folder = testInfo.outputPath('extension');
  await buildExtension(folder);
  const { launchOptions, locale } = testInfo.project.use;
  const context = await chromium.launchPersistentContext(testInfo.outputPath('profile'), {
    ...launchOptions,
    ...(locale !== undefined && { locale }),
    args: [...(launchOptions?.args ?? []), `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    viewport: { width: 380, height: 560 },
  });
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId(folder)}/popup.html`);
  return { context, popup };
}
