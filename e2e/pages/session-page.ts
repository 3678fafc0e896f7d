import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';

/** The page on which a session is prepared, run and looked back on. */
export class SessionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get attendance(): Locator {
    return this.page.getByRole('region', { name: 'Attendance' });
  }

  get checkIn(): Locator {
    return this.page.getByRole('region', { name: 'Check-in' });
  }

  get answers(): Locator {
    return this.page.getByRole('region', { name: 'Answers to “PHQ-9”' });
  }

  /** The answers that somebody has to look at. */
  get flags(): Locator {
    return this.page.getByRole('alert').getByRole('note', { name: 'Look at this now' });
  }

  async open(clinic: Clinic, sessionId: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/sessions/${sessionId}`);
  }

  /** Starts a session now from the page of its group: two clicks. */
  async startNow(clinic: Clinic, groupId: string, groupName: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/groups/${groupId}`);
    await this.page.getByRole('button', { name: 'Start a session now' }).click();
    await this.page.getByRole('button', { name: `Start a new session of ${groupName}` }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The line of a person on the list. */
  person(name: string): Locator {
    return this.attendance.getByRole('listitem').filter({ has: this.statuses(name) });
  }

  /** One of the five kinds of attendance of a person. */
  status(name: string, status: string): Locator {
    return this.statuses(name).getByRole('button', { name: status });
  }

  private statuses(name: string): Locator {
    return this.page.getByRole('group', { name: `Attendance of ${name}`, exact: true });
  }

  /** How far attendance is, "2 of 4 to record". */
  progress(words: string): Locator {
    return this.attendance.getByText(words, { exact: true });
  }

  async setMinutes(name: string, minutes: number): Promise<void> {
    await this.button(`Change the minutes of ${name}`).click();
    await this.page.getByRole('textbox', { name: `Minutes that ${name} attended` }).fill(String(minutes));
    await this.person(name).getByRole('button', { name: 'Set', exact: true }).click();
  }

  async addDropIn(letters: string, name: string): Promise<void> {
    await this.button('Add drop-in').click();
    const dialog = this.page.getByRole('dialog', { name: 'Add a drop-in' });
    await dialog.getByLabel('Find a patient').fill(letters);
    await this.page.getByRole('option', { name }).click();
  }
}
