import { expect, type Page } from '@playwright/test';

/** A phone, to be given to `test.use`. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The screens on which the paths of the front desk are walked. */
export const SCREENS = [
  { screen: 'desktop', options: {} },
  { screen: 'phone', options: PHONE },
];

/** The page is no wider than its window: nobody has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, { message: 'pixels beyond the right edge' }).toBeLessThanOrEqual(0);
}
