import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';

/** The frame of every page inside an organization. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: 'Pages' });
  }

  get switcher(): Locator {
    return this.page.getByRole('button', { name: /^Organization:/ });
  }

  /** Its name tells how many notifications are unread. */
  get bell(): Locator {
    return this.page.getByRole('button', { name: /unread notification|^Notifications, all read$/ });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** A toast that says this. */
  toast(words: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: words });
  }

  /** Opens a page of the clinic by its address under /o/:slug. */
  async open(clinic: Clinic, path: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/${path}`);
  }

  async switchTo(name: string): Promise<void> {
    await this.switcher.click();
    await this.page.getByRole('option', { name }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account of/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  }
  async signOutEverywhere(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account of/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  }
}
