import type { Page } from '@playwright/test';

/** What a window hears when its person comes back to it; in a headless browser every window has the focus all the time. */
export async function lookAt(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    window.dispatchEvent(new Event('focus'));
  });
}
