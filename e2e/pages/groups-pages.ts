import type { Locator, Page } from '@playwright/test';

/** The list of groups, a group, and its form. */
export class GroupsPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Name' });
  }

  get capacity(): Locator {
    return this.page.getByRole('textbox', { name: 'Capacity' });
  }

  get minimum(): Locator {
    return this.page.getByRole('textbox', { name: 'Minimum' });
  }

  group(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create group' }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save changes' }).click();
  }

  /** Chooses one of the values of a field. */
  async choose(field: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field, exact: true }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
  }

  /** Asks to delete the group that is open; answers the dialog with the consequences. */
  async askToDelete(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'More actions for the group' }).click();
    await this.page.getByRole('menuitem', { name: /^Delete group/ }).click();
    return this.page.getByRole('dialog', { name: `Delete ${name}?` });
  }
}
