import type { Page } from '@playwright/test';
import type { Point } from '../pages/schedule-page.ts';

/** A finger on the screen: Playwright can only tap. */
export class Finger {
  private readonly session;

  constructor(page: Page) {
    this.session = page.context().newCDPSession(page);
  }

  async down(at: Point): Promise<void> {
    await this.send('touchStart', [at]);
  }

  /** In steps, as a finger slides. */
  async slide(from: Point, to: Point, steps = 12): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      await this.send('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
    }
  }

  async up(): Promise<void> {
    await this.send('touchEnd', []);
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await (await this.session).send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
