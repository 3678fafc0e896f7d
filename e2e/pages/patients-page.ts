import type { Locator, Page } from '@playwright/test';

/** The list of patients, and the form for a new one. */
export class PatientsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search by name, MRN or phone' });
  }

  patient(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  async create(firstName: string, lastName: string, mrn: string): Promise<void> {
    await this.page.getByRole('link', { name: 'New patient' }).first().click();
    await this.fill(firstName, lastName, mrn);
  }

  async fill(firstName: string, lastName: string, mrn: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'First name' }).fill(firstName);
    await this.page.getByRole('textbox', { name: 'Last name' }).fill(lastName);
    await this.page.getByRole('textbox', { name: 'MRN' }).fill(mrn);
    await this.page.getByRole('button', { name: 'Create patient' }).click();
  }
}
