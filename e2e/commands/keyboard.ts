import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the control has the focus; fails where the keyboard does not get to it. */
export async function tabTo(page: Page, target: Locator, limit = 80): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < limit; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, `the Tab key does not get there in ${limit} steps`).toBeFocused();
}
