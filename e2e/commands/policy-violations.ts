import type { Page } from '@playwright/test';

/**
 * Collects, on every page opened from now on, what the Content Security Policy stopped and what the console called an error.
 */
export async function collectViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction('reportViolation', (words: string) => found.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      Reflect.apply(Reflect.get(window, 'reportViolation'), window, [
        `${violatedDirective} stopped ${blockedURI} of ${sourceFile}`,
      ]);
    });
  });
  page.on('console', (message) => {
    const { url } = message.location();
    // Chromium asks for it when signInAs opens a picture as a page.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) found.push(`console: ${message.text()} ${url}`);
  });
  return found;
}
