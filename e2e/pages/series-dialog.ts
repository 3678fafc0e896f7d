import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';

/** The dialogs that schedule a series, extend it, change it or cancel it. */
export class SeriesDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get root(): Locator {
    return this.page.getByRole('dialog', { name: /^(Schedule a series|Extend the series|Edit series|Cancel series)/ });
  }

  /** Opens the planner from the group's own page. */
  async openForGroup(clinic: Clinic, groupId: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/groups/${groupId}/sessions`);
    await this.page.getByRole('button', { name: 'Schedule a series' }).click();
    await this.root.getByRole('heading', { name: 'Dates' }).waitFor();
  }

  tick(date: string): Locator {
    return this.root.getByRole('checkbox', { name: date, exact: true });
  }

  /** The row of a date, with its state and what stands in its way. */
  row(date: string): Locator {
    return this.root
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('checkbox', { name: date, exact: true }) });
  }

  /** Opens the form of one date and answers it. */
  async change(date: string): Promise<Locator> {
    await this.row(date)
      .getByRole('button', { name: `Change ${date}` })
      .click();
    return this.row(date);
  }

  async finish(date: string): Promise<void> {
    await this.row(date)
      .getByRole('button', { name: `Done with ${date}` })
      .click();
  }

  /** "Schedule 5 sessions", "Change 2 sessions", "Cancel 3 sessions". */
  save(words: RegExp | string): Locator {
    return this.root.getByRole('button', { name: words, exact: true });
  }
}
