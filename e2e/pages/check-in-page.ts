import type { Locator, Page } from '@playwright/test';

/** What patients see under a session's link. */
export class CheckInPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The present step of the check-in. */
  get screen(): Locator {
    return this.page.getByRole('heading', { level: 2 });
  }

  get code(): Locator {
    return this.page.getByRole('textbox', { name: 'Personal code' });
  }

  async open(token: string, query = ''): Promise<void> {
    await this.page.goto(`/questions/${token}${query}`);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async joinByCode(code: string): Promise<void> {
    await this.button('I have a personal code').click();
    await this.typeCode(code);
  }

  async typeCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.button('Join').click();
  }

  /** Gives the same answer to every question, from the one at `first` on (counted from 0). */
  async answer(label: string, first = 0): Promise<void> {
    const answers = this.page.getByRole('radio', { name: label });
    for (let index = first; index < (await answers.count()); index += 1) await answers.nth(index).check();
  }
}
