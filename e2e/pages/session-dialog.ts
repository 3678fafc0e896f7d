import type { Locator, Page } from '@playwright/test';

/** The dialog that schedules a session or changes one. */
export class SessionDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get root(): Locator {
    return this.page.getByRole('dialog', { name: /^(New|Edit) session/ });
  }

  get schedule(): Locator {
    return this.root.getByRole('button', { name: 'Schedule session' });
  }

  async chooseGroup(name: string): Promise<void> {
    await this.root.getByRole('combobox', { name: 'Group' }).fill(name);
    await this.page.getByRole('option', { name }).click();
  }

  hours(which: 'Start' | 'End'): Locator {
    return this.root.getByRole('spinbutton', { name: `${which}, hours` });
  }
}
