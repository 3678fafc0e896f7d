import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/** The test of every spec: a page on which a script breaks fails it, whatever else it shows. */
export const test = base.extend<{ otherWindow: Page }>({
  context: async ({ context }, use) => {
    await saveData(context);
    await use(context);
  },
  page: async ({ page }, use) => {
    const broken = collectBreaks(page);
    await use(page);
    expect(broken, 'scripts that broke').toEqual([]);
  },
  /** A second person at a second machine. */
  otherWindow: async ({ browser }, use) => {
    const context = await browser.newContext();
    await saveData(context);
    const page = await context.newPage();
    const broken = collectBreaks(page);
    await use(page);
    await context.close();
    expect(broken, 'scripts that broke in the other window').toEqual([]);
  },
});

/**
 * A device that is asked to save data fetches no page ahead; fetching all of them took a quarter of the time of every test.
 * fetch-ahead.spec.ts has a device that is not.
 */
export async function saveData(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if ('connection' in navigator) Object.defineProperty(navigator.connection, 'saveData', { value: true });
  });
}

function collectBreaks(page: Page): string[] {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.stack ?? error.message));
  return broken;
}

export { expect } from '@playwright/test';
