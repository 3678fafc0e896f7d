import type { Locator, Page } from '@playwright/test';

/** The roster or sign-in sheet of a group, as it goes to paper. */
export class RosterPrintPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  sheet(kind: 'Roster' | 'Sign-in sheet'): Locator {
    return this.page.getByRole('region', { name: `${kind}, ` });
  }

  /** Chooses which of the two is printed. */
  async choose(kind: 'Roster' | 'Sign-in sheet'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Sheet' }).getByText(kind, { exact: true }).click();
  }

  /** Presses Print; answers how often the browser was asked to print. The browser's own dialog is left out. */
  async print(): Promise<number> {
    await this.page.evaluate(() => {
      document.body.dataset.printed = '0';
      window.print = () => {
        document.body.dataset.printed = String(Number(document.body.dataset.printed) + 1);
      };
    });
    await this.page.getByRole('button', { name: 'Print', exact: true }).click();
    return Number(await this.page.locator('body').getAttribute('data-printed'));
  }
}
