import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';
import { csvFile } from '../commands/files.ts';

/** Patients out of a CSV file: choose, match, check, import. */
export class ImportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get checkRows(): Locator {
    return this.page.getByRole('button', { name: 'Check the rows' });
  }

  /** "Import 3 patients", once all rows are checked. */
  get start(): Locator {
    return this.page.getByRole('button', { name: /^(Import|Update) \d/, disabled: false });
  }

  /** "Download 3 rows that are not in". */
  get rest(): Locator {
    return this.page.getByRole('button', { name: /^Download \d+ rows? that (is|are) not in$/ });
  }

  get results(): Locator {
    return this.page.getByRole('table', { name: 'What became of the rows' });
  }

  async open(clinic: Clinic): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/patients/import`);
    await this.step('Choose a file').waitFor();
  }

  step(title: string): Locator {
    return this.page.getByRole('heading', { name: title, exact: true });
  }

  /** Chooses a file by the button, as the system's own dialog does. */
  async choose(name: string, content: string | Buffer): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choose a CSV file' }).click();
    await (await chooser).setFiles(csvFile(name, content));
  }

  /** What a column of the file is taken for. */
  column(header: string): Locator {
    return this.page.getByRole('combobox', { name: `${header} is`, exact: true });
  }

  /** A row of the file by the line on which it begins. */
  row(line: number): Locator {
    return this.page
      .getByRole('table', { name: 'Rows of the file' })
      .getByRole('row')
      .filter({ has: this.page.locator('td:first-child').filter({ hasText: new RegExp(`^${line}(row|$)`) }) });
  }

  /** Shows the rows with one fate alone: "Cannot go in 3". */
  async show(fate: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Rows shown' }).getByText(fate).click();
  }

  anotherPerson(line: number): Locator {
    return this.page.getByRole('checkbox', { name: `Another person: import anyway, line ${line}` });
  }
}
