import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';

/** A patient's record, and the dialog that enrolls the patient in groups. */
export class PatientPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Enroll (?!patients in)/ });
  }

  get group(): Locator {
    return this.dialog.getByRole('combobox', { name: 'Group' });
  }

  /** "Enroll", or "Put on the waitlist" where no seat is free. */
  get submit(): Locator {
    return this.dialog.getByRole('button', { name: /^(Enroll|Put on the waitlist)$/ });
  }

  async open(clinic: Clinic, patientId: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/patients/${patientId}`);
  }

  async openDialog(): Promise<void> {
    await this.page.getByRole('button', { name: 'Enroll in a group' }).first().click();
    await this.group.waitFor();
  }

  /** Chooses a group by some letters, without enrolling yet. */
  async chooseGroup(letters: string, name: string): Promise<void> {
    await this.group.fill(letters);
    await this.dialog.getByRole('option', { name }).click();
  }

  async closeDialog(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).last().click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The button beside a group with which the patient leaves it. */
  leaving(how: 'Disenroll' | 'Transfer', groupName: string): Locator {
    return this.page.getByRole('button', { name: `${how} from ${groupName}` });
  }

  async leave(how: 'Disenroll' | 'Transfer', groupName: string): Promise<void> {
    await this.leaving(how, groupName).click();
  }

  /** A link to a group among the patient's enrollments. */
  enrollment(groupName: string): Locator {
    return this.page.getByRole('tabpanel').getByRole('link', { name: groupName, exact: true });
  }
}
