import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the control has the focus; fails where the keyboard does not get to it. */
export async function tabTo(page: Page, target: Locator, limit = 80): Promise<void> {
  await pressUntilFocused(page, 'Tab', target, limit);
}

/** Presses the arrow down until the item of a menu or list has the focus. */
export async function arrowTo(page: Page, target: Locator, limit = 20): Promise<void> {
  await pressUntilFocused(page, 'ArrowDown', target, limit);
}

async function pressUntilFocused(page: Page, key: string, target: Locator, limit: number): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < limit; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, `${key} does not get there in ${limit} steps`).toBeFocused();
}

/** What came from hands: keys as they go down (a held one counts once, Ctrl is one of its own), and any use of a pointer. */
export interface Hands {
  keys: string[];
  pointers: string[];
}

/** Watches the hands from the next page that is loaded on. */
export async function watchHands(page: Page): Promise<Hands> {
  const hands: Hands = { keys: [], pointers: [] };
  await page.exposeFunction('tellOfKey', (key: string) => hands.keys.push(key));
  await page.exposeFunction('tellOfPointer', (type: string) => hands.pointers.push(type));
  await page.addInitScript(() => {
    const tell = (name: string, what: string) => Reflect.get(window, name)(what);
    window.addEventListener('keydown', ({ key, repeat }) => repeat || tell('tellOfKey', key), { capture: true });
    for (const type of ['pointerdown', 'pointermove', 'wheel', 'touchstart']) {
      window.addEventListener(type, () => tell('tellOfPointer', type), { capture: true, passive: true });
    }
  });
  return hands;
}
