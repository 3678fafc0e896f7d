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

  /** What is to happen to those for whom there is no seat. */
  whenFull(choice: 'Waitlist' | 'Don’t enroll'): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'When the group is full' }).getByText(choice, { exact: true });
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

  /** Pastes a text into the search, such as a column of MRNs from a spreadsheet. */
  async paste(text: string): Promise<void> {
    await this.search.evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** A patient's row on the waitlist. */
  waiting(name: string): Locator {
    return this.waitlist.getByRole('row', { name: new RegExp(name) });
  }

  /** Where a row of the waitlist is taken to be moved. */
  handle(name: string): Locator {
    return this.page.getByRole('button', { name: `Move ${name} on the waitlist` });
  }

  /** What a screen reader is told while a row is moved. */
  announcement(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }

  actionsFor(name: string): Locator {
    return this.page.getByRole('button', { name: `Actions for ${name}`, exact: true });
  }

  action(item: string): Locator {
    return this.page.getByRole('menuitem', { name: item });
  }

  /** Chooses from the menu of a patient on the roster or the waitlist. */
  async act(name: string, item: string): Promise<void> {
    await this.actionsFor(name).click();
    await this.action(item).click();
  }

  /** Chooses from the menu of what is done with the roster as a whole. */
  async chooseForPaper(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Print and export' }).click();
    await this.action(item).click();
  }

  dialogNamed(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Opens the dialog that disenrolls a patient on the roster. */
  async askToDisenroll(name: string): Promise<Locator> {
    await this.act(name, 'Disenroll');
    return this.dialogNamed(`Disenroll ${name}?`);
  }
}
