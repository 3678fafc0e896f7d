import type { Locator, Page } from '@playwright/test';

/** The wizard that clones groups, and the page that shows what was made. */
export class CohortPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** "Make 2 groups", once the preview is there. */
  get make(): Locator {
    return this.page.getByRole('button', { name: /^Make \d+ groups?$/, disabled: false });
  }

  step(title: string): Locator {
    return this.page.getByRole('heading', { level: 2, name: title, exact: true });
  }

  async next(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
    await this.step(title).waitFor();
  }

  /** Ticks groups in the list and takes them to the wizard. */
  async cloneFromList(names: string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await this.page.getByRole('link', { name: 'Clone selected…' }).click();
    await this.step('Which groups?').waitFor();
  }

  takeAlong(what: 'Patients' | 'Facilitators' | 'Sessions'): Locator {
    return this.page.getByRole('checkbox', { name: what, exact: true });
  }

  nameOf(source: string): Locator {
    return this.page.getByRole('textbox', { name: `Name of the next ${source}` });
  }

  capacityOf(source: string): Locator {
    return this.page.getByRole('textbox', { name: `Capacity: ${source}` });
  }

  async replaceInNames(find: string, replacement: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Find in names' }).fill(find);
    await this.page.getByRole('textbox', { name: 'Replace with' }).fill(replacement);
    await this.page.getByRole('button', { name: /^Replace in \d+ names?$/ }).click();
  }

  /** One new group, in the preview or made. */
  group(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }
}
