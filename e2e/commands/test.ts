import { test as base, expect } from '@playwright/test';

/** The test of every spec: a page on which a script breaks fails it, whatever else it shows. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.stack ?? error.message));
    await use(page);
    expect(broken, 'scripts that broke').toEqual([]);
  },
});

export { expect } from '@playwright/test';
