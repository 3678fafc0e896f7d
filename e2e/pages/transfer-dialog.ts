import type { Locator, Page } from '@playwright/test';

/** The dialog that moves a patient to another group. */
export class TransferDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get root(): Locator {
    return this.page.getByRole('dialog', { name: /^Transfer / });
  }

  get group(): Locator {
    return this.root.getByRole('combobox', { name: 'Group to go to' });
  }

  get reason(): Locator {
    return this.root.getByRole('textbox', { name: 'Reason' });
  }

  /** "Transfer", "Put on the waitlist there", "Transfer to the waitlist". */
  get submit(): Locator {
    return this.root.getByRole('button', { name: /^(Transfer|Put on the waitlist there)/ });
  }

  async chooseGroup(letters: string, name: string): Promise<void> {
    await this.group.fill(letters);
    await this.root.getByRole('option', { name }).click();
  }
}
