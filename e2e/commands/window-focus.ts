import type { Page } from '@playwright/test';

/** The person comes back to this window from another one. Pages in a test are all in front, so the browser itself never says it. */
export async function returnToWindow(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
}
