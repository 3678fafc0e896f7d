import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';

/** The enrollments of a group: roster, waitlist, and the dialog that enrolls. */
export class EnrollmentsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Enroll patients in/ });
  }

  get search(): Locator {
    return this.dialog.getByRole('combobox', { name: 'Find a patient' });
  }

  /** "Enroll", "Enroll Maria Lopez", "Put Maria Lopez on the waitlist", "Enroll 3 patients": it names what it will do. */
  get submit(): Locator {
    return this.dialog.getByRole('button', { name: /^(Enroll|Put)/ });
  }

  get roster(): Locator {
    return this.page.getByRole('table', { name: 'Roster' });
  }

  get waitlist(): Locator {
    return this.page.getByRole('table', { name: 'Waitlist' });
  }

  async open(clinic: Clinic, groupId: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/groups/${groupId}/enrollments`);
    await this.page.getByRole('heading', { name: 'Roster' }).waitFor();
  }

  async openDialog(): Promise<void> {
    await this.page.getByRole('button', { name: 'Enroll patient' }).click();
    await this.search.waitFor();
  }

  /** Chooses a patient by some letters, without enrolling yet. */
  async choose(letters: string, name: string): Promise<void> {
    await this.search.fill(letters);
    await this.dialog.getByRole('option', { name }).click();
  }

  async closeDialog(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).last().click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Opens the dialog that disenrolls a patient on the roster. */
  async askToDisenroll(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await this.page.getByRole('menuitem', { name: /^Disenroll/ }).click();
    return this.page.getByRole('dialog', { name: `Disenroll ${name}?` });
  }
}
