import type { Locator } from '@playwright/test';

/** Two clicks with no timer between them: only what the page does at once about the first can stop the second. */
export async function clickTwice(button: Locator): Promise<void> {
  await button.evaluate(async (element: HTMLElement) => {
    element.click();
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    element.click();
  });
}
