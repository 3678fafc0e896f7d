import { test as base, expect, type Page } from '@playwright/test';

/** The test of every spec: a page on which a script breaks fails it, whatever else it shows. */
export const test = base.extend<{ otherWindow: Page }>({
  page: async ({ page }, use) => {
    const broken = collectBreaks(page);
    await use(page);
    expect(broken, 'scripts that broke').toEqual([]);
  },
  /** A second person at a second machine. */
  otherWindow: async ({ browser }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const broken = collectBreaks(page);
    await use(page);
    await context.close();
    expect(broken, 'scripts that broke in the other window').toEqual([]);
  },
});

function collectBreaks(page: Page): string[] {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.stack ?? error.message));
  return broken;
}

export { expect } from '@playwright/test';
