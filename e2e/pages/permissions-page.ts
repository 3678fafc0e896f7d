import type { Locator, Page } from '@playwright/test';

/** The matrix of permissions and the roles above it. */
export class PermissionsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** One toggle: the name of a role and the words of a permission. */
  toggle(role: string, permission: string): Locator {
    return this.page.getByRole('switch', { name: `${role}: ${permission}` });
  }

  /** Opens the dialog of one of the things that can be done with a role. */
  async startWith(role: string, action: 'Rename…' | 'Copy…' | 'Delete…'): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for the role ${role}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
