import type { Locator, Page } from '@playwright/test';

/** What Ctrl+K opens: finds a patient, a group, a page or an action. */
export class Palette {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get root(): Locator {
    return this.page.getByRole('dialog', { name: 'Find' });
  }

  option(name: string | RegExp): Locator {
    return this.root.getByRole('option', { name });
  }
}
