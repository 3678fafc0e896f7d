import type { Locator, Page } from '@playwright/test';
import type { Person } from '../commands/clinic.ts';

/** The popup of the browser extension. */
export class ExtensionPopup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get questionSets(): Locator {
    return this.page.getByRole('combobox', { name: 'What is asked' });
  }

  get link(): Locator {
    return this.page.getByRole('textbox', { name: 'Link to join' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The groups under a heading of the list, each with all that is said of it. */
  groups(section: string): Locator {
    return this.page.getByRole('region', { name: section }).getByRole('listitem');
  }

  /** With the keyboard alone. */
  async signIn({ email, password }: Person): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail' }).focus();
    await this.page.keyboard.type(email);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(password);
    await this.page.keyboard.press('Enter');
  }

  async choose(group: string): Promise<void> {
    await this.page.getByRole('listitem').filter({ hasText: group }).getByRole('button').click();
  }
}
