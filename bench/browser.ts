import { type Browser, chromium } from '@playwright/test';
import { requireChromium } from '../scripts/stack/chromium.ts';

/** Runs `work` with Chromium, headless and without what it does on the side. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
