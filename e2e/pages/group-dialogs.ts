import type { Locator, Page } from '@playwright/test';

/** What a group under its minimum offers: patients from other waitlists, another group for all, or no session. */
export class GroupDialogs {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The notice on the group's page, with the choices. */
  get underMinimum(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'Under the minimum' });
  }

  get invite(): Locator {
    return this.page.getByRole('dialog', { name: 'Invite from the waitlists of like groups' });
  }

  get cancelNext(): Locator {
    return this.page.getByRole('dialog', { name: 'Cancel the next session and tell everyone' });
  }

  get merge(): Locator {
    return this.page.getByRole('dialog', { name: /^(Merge (.* )?into another group|The groups are merged)$/ });
  }

  async openInvite(): Promise<void> {
    await this.underMinimum.getByRole('button', { name: 'Invite from waitlists…' }).click();
  }

  async openMerge(into: string): Promise<void> {
    await this.underMinimum.getByRole('button', { name: 'Merge into another group…' }).click();
    await this.merge.getByRole('combobox', { name: 'Group to go to' }).fill(into);
    await this.merge.getByRole('option', { name: into }).click();
  }
}
