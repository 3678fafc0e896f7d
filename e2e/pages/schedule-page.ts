import type { Locator, Page } from '@playwright/test';
import type { Clinic } from '../commands/clinic.ts';
import { longDate } from '../commands/dates.ts';

export interface Point {
  x: number;
  y: number;
}

/** The calendar and the panel of a session. */
export class SchedulePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Session' });
  }

  /** The range that is shown, such as "Nov 29 – Dec 5, 2026". */
  get title(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 2 }).first();
  }

  async open(clinic: Clinic, view: string, date: string): Promise<void> {
    await this.page.goto(`/o/${clinic.slug}/pm/schedule?view=${view}&date=${date}`);
    await this.page.getByRole('radio', { name: view, checked: true }).waitFor({ state: 'attached' });
  }

  view(name: 'Month' | 'Week' | 'Day' | 'People' | 'Rooms' | 'List'): Locator {
    return this.page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true });
  }

  /** Sessions of a group, each named in one sentence with its day, time and state; `words` must be part of it. */
  session(group: string, words = ''): Locator {
    return this.page.getByRole('button', { name: `${group}, ` }).and(this.page.getByRole('button', { name: words }));
  }

  /** Where the mouse has to be for a day and an hour of the week view. */
  async point(isoDate: string, hour: number): Promise<Point> {
    const day = await boxOf(this.page.getByRole('columnheader', { name: longDate(isoDate) }));
    const [nine, ten] = await Promise.all([this.hourLine(9), this.hourLine(10)]);
    return { x: day.x + day.width / 2, y: nine + (hour - 9) * (ten - nine) };
  }

  /** Presses at one point and lets go at another, in steps as a hand does. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x, from.y + 4);
    await mouse.move(to.x, to.y, { steps: 12 });
    await mouse.up();
  }

  /** Drags a session by its middle so that it begins at another day and hour. */
  async move(session: Locator, isoDate: string, hour: number): Promise<void> {
    const box = await boxOf(session);
    const target = await this.point(isoDate, hour);
    const grip = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    // A little below the line: a border belongs to both hours.
    await this.drag(grip, { x: target.x, y: target.y + box.height / 2 + 2 });
  }

  /** Drags the lower edge of a session to another hour. */
  async resize(session: Locator, isoDate: string, hour: number): Promise<void> {
    const box = await boxOf(session);
    const target = await this.point(isoDate, hour);
    await session.hover();
    await this.drag(
      { x: box.x + box.width / 2, y: box.y + box.height - 2 },
      { x: box.x + box.width / 2, y: target.y - 3 },
    );
  }

  /** The session that a finger has pressed long enough to carry: FullCalendar marks it. */
  get lifted(): Locator {
    return this.page.locator('[class*="_selected_"]').filter({ visible: true }).first();
  }

  async middle(session: Locator): Promise<Point> {
    const box = await boxOf(session);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Pixels of an hour. */
  async hourHeight(): Promise<number> {
    const [nine, ten] = await Promise.all([this.hourLine(9), this.hourLine(10)]);
    return ten - nine;
  }

  /** Chooses from the menu of what is done with many sessions, or outside of Quorum. */
  async chooseMore(item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  private async hourLine(hour: number): Promise<number> {
    const box = await boxOf(this.page.getByText(`${hour} AM`, { exact: true }));
    return box.y + box.height / 2;
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return box;
}
