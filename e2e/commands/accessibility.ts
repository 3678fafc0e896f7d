import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing (WCAG 2.2 AA and best practices) on what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours in the middle of a transition are nobody's colours. A dialog begins to appear two frames after it is there.
  await page.waitForFunction(async () => {
    const isMoving = () => document.getAnimations().some(({ playState }) => playState === 'running');
    for (let stillFrames = 0; stillFrames < 4; stillFrames = isMoving() ? 0 : stillFrames + 1) {
      await new Promise(requestAnimationFrame);
    }
    return true;
  });
  // Axe is larger than the app: a page that has been looked at has it already, and is not given it again.
  const known = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(known && { axeSource: ';' }) })
    .options({ resultTypes: ['violations'] })
    // The other mode opens a tab for each call, to be able to look into frames of other origins. There are none.
    .setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join('\n')}`,
  );
  expect(found, page.url()).toEqual([]);
}
