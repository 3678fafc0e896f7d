import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

test('when the server cannot be reached, no list and no calendar looks empty, and Try again brings it', async ({
  page,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Night Owls' });
  await createPatient(clinic, 'Olga', 'Owl');
  const date = dayOfCalmWeek(clinic.timezone, 3);
  await createSession(clinic, {
    group_definition_id: groupId,
    session_date: date,
    start_time: '10:00',
    end_time: '11:00',
  });
  await signInAs(page, clinic, 'org_admin');

  const views: [path: string, requests: RegExp, shows: string, empty: RegExp][] = [
    [`pm/schedule?view=week&date=${date}`, /rest\/v1\/pm_group_schedule/, 'Night Owls', /No sessions/],
    ['pm/groups', /rest\/v1\/pm_group_overview/, 'Night Owls', /No groups/],
    ['pm/patients', /rest\/v1\/(pm_patients|rpc\/pm_search_patients)/, 'Olga Owl', /No patients/],
    [
      `pm/groups/${groupId}/enrollments`,
      /rest\/v1\/pm_group_enrollments/,
      'Nobody is enrolled yet',
      /Nobody is enrolled/,
    ],
  ];
  for (const [path, requests, shows, empty] of views) {
    await test.step(`Given the answers for ${path.split('?')[0]?.replace(/[0-9a-f-]{36}/, ':id')} get lost`, async () => {
      await page.route(requests, (route) => route.abort());
      await shell.open(clinic, path);
      const failure = page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' });
      await expect(failure).toBeVisible();
      await expect(page.getByText(empty)).toHaveCount(0);
      await expect(page.getByText(shows)).toHaveCount(0);
      await expectAccessible(page);
      await page.unroute(requests);
      await failure.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText(shows).first()).toBeVisible();
      await expect(failure).toBeHidden();
    });
  }
});

test('a patient’s form keeps what was typed when saving fails', async ({ page }) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  await signInAs(page, clinic, 'front_desk');
  await shell.open(clinic, 'pm/patients/new');
  await page.getByRole('textbox', { name: 'First name' }).fill('Olga');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Owl');
  await page.getByRole('textbox', { name: 'MRN' }).fill('MRN-7');
  await page.route(/rest\/v1\/pm_patients/, (route) => route.abort());
  await page.getByRole('button', { name: 'Create patient' }).click();
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
  await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue('Owl');
  await expectAccessible(page);
  await page.unroute(/rest\/v1\/pm_patients/);
  await page.getByRole('button', { name: 'Create patient' }).click();
  await expect(shell.heading).toHaveText('Olga Owl');
});
