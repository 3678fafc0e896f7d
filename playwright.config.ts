import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { requireChromium } from './scripts/stack/chromium.ts';
import { freePort } from './scripts/stack/ports.ts';

// Playwright reads this file in every worker; the first one chooses ports and folder, and the rest inherit them.
if (process.env.QUORUM_BROWSER_TESTS === undefined) {
  process.env.QUORUM_BROWSER_TESTS = '1';
  process.env.QUORUM_APP_PORT = String(await freePort());
  process.env.QUORUM_API_PORT = String(await freePort());
  process.env.QUORUM_DB_PORT = String(await freePort());
  process.env.QUORUM_DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'quorum-browser-'));
  process.env.CHROME_PATH = requireChromium();
}
const baseURL = `http://localhost:${process.env.QUORUM_APP_PORT}`;

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // More than cores: half of a test is waiting for the page, the server or a message to appear.
  workers: 3,
  // Generous, because a test walks a whole path and the machine may have other things to do.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'playwright-report' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-US',
    actionTimeout: 20_000,
    // Without its film and its copies of the page, which cost more than the tests themselves on a machine without a
    // graphics card; the picture and the accessibility tree of the failure are kept.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_PATH,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // What Playwright switches off, and the suggestions below an address bar that nobody sees: two pages more for each.
        `--disable-features=${[
          ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
          ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
          ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
          ...['PreconnectToSearch', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
        ].join()}`,
      ],
    },
  },
  webServer: {
    command: 'node scripts/preview.ts --throwaway',
    url: baseURL,
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
