import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { todayOf } from '../commands/dates.ts';
import { openExtension } from '../commands/extension.ts';
import { setPermission } from '../commands/permissions.ts';
import { collectViolations } from '../commands/policy-violations.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { expect, test } from '../commands/test.ts';
import { CheckInPage } from '../pages/check-in-page.ts';
import { ExtensionPopup } from '../pages/extension-popup.ts';

/** A zone where it is between noon and one o'clock now: what is around now is on one day there. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // Signs are the other way round in these names.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

test('facilitator: starts sessions from the toolbar, and the patients’ link works', async ({
  page,
  baseURL,
}, testInfo) => {
  const [clinic, extension] = await Promise.all([openClinic(zoneAtNoon()), openExtension(testInfo)]);
  const { facilitator } = clinic.people;
  await createGroup(clinic, { name: 'Morning Circle', facilitator_id: facilitator.userId });
  const artId = await createGroup(clinic, { name: 'Art & Clay' });
  await createGroup(clinic, { name: 'Grief' });
  const today = { session_date: todayOf(clinic.timezone), start_time: '11:00', end_time: '14:00' };
  const planned = await createSession(clinic, { group_definition_id: artId, ...today });

  const popup = new ExtensionPopup(extension.popup);
  const violations = await collectViolations(extension.popup);
  await extension.popup.reload();

  await test.step('When somebody signs in by the keyboard, Then the groups are there, the own ones first', async () => {
    await expect(popup.heading).toHaveText('Sign in');
    await expectAccessible(extension.popup);
    await popup.signIn(facilitator);
    await expect(popup.groups('Groups that I lead')).toHaveText([/Morning Circle.*Nothing planned/]);
    await expect(popup.groups('Other groups')).toHaveText([/Art & Clay/, /Grief.*Nothing planned/]);
    await expectAccessible(extension.popup);
  });

  await test.step('When a session is started with a question set, Then its link can be copied', async () => {
    await popup.choose('Morning Circle');
    await expect(popup.heading).toBeFocused();
    await popup.questionSets.selectOption('PHQ-9');
    await expectAccessible(extension.popup);
    await popup.button('Start a session now').click();
    await expect(extension.popup.getByRole('heading', { name: 'The session has started' })).toBeVisible();
    await popup.button('Copy the link').click();
    await expect(popup.button('Copied')).toBeVisible();
    await extension.context.grantPermissions(['clipboard-read']);
    expect(await extension.popup.evaluate(() => navigator.clipboard.readText())).toBe(await popup.link.inputValue());
    await extension.popup.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(extension.popup);
  });

  await test.step('When a patient opens the link, Then the questions of that set are asked', async () => {
    const checkIn = new CheckInPage(page);
    await page.goto(await popup.link.inputValue());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Morning Circle');
    await checkIn.button('Join as guest').click();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Gus');
    await checkIn.button('Join').click();
    await expect(checkIn.screen).toHaveText('PHQ-9');
    await expect(page.getByRole('radio', { name: 'Several days' })).toHaveCount(9);
  });

  await test.step('When a session is planned for now, Then that one is started', async () => {
    await popup.button('All groups').click();
    await expect(popup.groups('Groups that I lead')).toHaveText([/Morning Circle.*Runs now/]);
    await popup.choose('Art & Clay');
    await popup.button('Start the 11:00 AM–2:00 PM session').click();
    await expect(popup.link).toHaveValue(new RegExp(planned));
    const inQuorum = extension.popup.getByRole('link', { name: 'Open the session in Quorum' });
    await expect(inQuorum).toHaveAttribute('href', `${baseURL}/o/${clinic.slug}/pm/sessions/${planned}`);
  });

  await test.step('When the permission is taken meanwhile, Then that is said in words', async () => {
    await popup.button('All groups').click();
    await popup.choose('Grief');
    await expect(popup.questionSets).toHaveValue('');
    await setPermission(clinic, 'facilitator', 'pm.group_schedule.create', false);
    await popup.button('Start a session now').click();
    await expect(extension.popup.getByRole('alert')).toContainText('permission');
    await expect(extension.popup.getByText('not among your permissions')).toBeVisible();
    await expect(popup.link).toHaveCount(0);
    await expectAccessible(extension.popup);
  });

  await test.step('When the server cannot be reached, Then it says so, until it can', async () => {
    const rest = '**/rest/v1/**';
    await extension.popup.route(rest, (route) => route.abort('internetdisconnected'));
    await extension.popup.reload();
    await expect(extension.popup.getByRole('alert')).toContainText('The server cannot be reached.');
    await expectAccessible(extension.popup);
    await extension.popup.unroute(rest);
    await popup.button('Try again').click();
    await expect(popup.heading).toHaveText('My groups');
  });

  await test.step('When it was not used for eight hours, Then it asks for the password', async () => {
    await extension.popup.evaluate(
      (moment) => localStorage.setItem('quorum.last-activity', String(moment)),
      Date.now() - 8.1 * 3_600_000,
    );
    await extension.popup.reload();
    await expect(extension.popup.getByText('not used for eight hours')).toBeVisible();
    await expect(popup.heading).toHaveText('Sign in');
    await popup.signIn(facilitator);
    await expect(popup.heading).toHaveText('My groups');
  });

  await test.step('When Fay signs out, Then nothing of the session is left, and no other address can be asked', async () => {
    await popup.button('Sign out').click();
    await expect(popup.heading).toHaveText('Sign in');
    expect(await extension.popup.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/token|example\.test/);
    expect(violations.filter((words) => !words.includes('Failed to load resource'))).toEqual([]);
    const asked = extension.popup.evaluate((address) => fetch(`${address}/favicon.svg`, { mode: 'no-cors' }), baseURL);
    await expect(asked).rejects.toThrow('Failed to fetch');
    await expect.poll(() => violations.join()).toMatch(/connect-src stopped/);
  });
  await extension.context.close();
});
