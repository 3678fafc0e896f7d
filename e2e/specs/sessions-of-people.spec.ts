import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { lookAt } from '../commands/look-at.ts';
import { createPatient } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

test('signing out everywhere ends the session at another machine, and its patients leave the screen', async ({
  page,
  otherWindow,
}) => {
  const clinic = await openClinic();
  await createPatient(clinic, 'Olga', 'Owl');
  const [here, there] = [new Shell(page), new Shell(otherWindow)];
  await signInAs(page, clinic, 'front_desk');
  await signInAs(otherWindow, clinic, 'front_desk');
  await here.open(clinic, 'pm/patients');
  await there.open(clinic, '');
  await there.open(clinic, 'pm/patients');
  await expect(otherWindow.getByText('Olga Owl').first()).toBeVisible();

  await test.step('When asked, nothing happens before it is confirmed', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
    const question = page.getByRole('dialog', { name: 'Sign out everywhere?' });
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Keep as it is' }).click();
    await expect(question).toBeHidden();
    await lookAt(otherWindow);
    await expect(page.getByText('Olga Owl').first()).toBeVisible();
    await expect(otherWindow.getByText('Olga Owl').first()).toBeVisible();
  });

  await test.step('When it is confirmed, Then this window is out', async () => {
    await here.signOutEverywhere();
    await expect(here.heading).toHaveText('Sign in');
    await expect(page.getByText('Olga Owl')).toHaveCount(0);
  });

  await test.step('And the other one with the next look at it, in words', async () => {
    await lookAt(otherWindow);
    await expect(there.heading).toHaveText('Sign in');
    await expect(otherWindow.getByText('You were signed out on another device.')).toBeVisible();
    await expect(otherWindow.getByText('Olga Owl')).toHaveCount(0);
    await otherWindow.goBack();
    await expect(there.heading).toHaveText('Sign in');
    await expect(otherWindow.getByText('Olga Owl')).toHaveCount(0);
  });
});

test('when signing out everywhere fails, it says so and nobody is out', async ({ page }) => {
  const clinic = await openClinic();
  await signInAs(page, clinic, 'staff');
  await new Shell(page).open(clinic, '');
  await page.route(/auth\/v1\/logout/, (route) => route.abort());
  await new Shell(page).signOutEverywhere();
  await expect(page.getByRole('dialog')).toContainText('The server cannot be reached.');
  await page.unroute(/auth\/v1\/logout/);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(new Shell(page).heading).toHaveText('Sign in');
});

test('a window left open through a suspension says so when it is looked at, and shows no patient', async ({ page }) => {
  const clinic = await openClinic();
  await createPatient(clinic, 'Olga', 'Owl');
  const shell = new Shell(page);
  await signInAs(page, clinic, 'front_desk');
  await shell.open(clinic, 'pm/patients');
  await expect(page.getByText('Olga Owl').first()).toBeVisible();

  const memberships = clinic.people.org_admin.client.from('pf_memberships');
  const { userId } = clinic.people.front_desk;
  await memberships.update({ status: 'suspended' }).eq('user_id', userId).throwOnError();
  await expect
    .poll(async () => {
      await lookAt(page);
      return page.getByText('You do not belong to this organization').count();
    })
    .toBe(1);
  await expect(page.getByText('Olga Owl')).toHaveCount(0);
  await expectAccessible(page);

  await memberships.update({ status: 'active' }).eq('user_id', userId).throwOnError();
  await shell.open(clinic, 'pm/patients');
  await expect(page.getByText('Olga Owl').first()).toBeVisible();
});

test('a stale form of somebody who was given another role is refused in words, and the buttons go', async ({
  page,
}) => {
  const clinic = await openClinic();
  const shell = new Shell(page);
  await signInAs(page, clinic, 'front_desk');
  await shell.open(clinic, 'pm/patients/new');
  await page.getByRole('textbox', { name: 'First name' }).fill('Olga');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Owl');
  await page.getByRole('textbox', { name: 'MRN' }).fill('MRN-8');

  const { client } = clinic.people.org_admin;
  const { data: staff } = await client
    .from('pf_roles')
    .select('id')
    .eq('organization_id', clinic.id)
    .eq('key', 'staff')
    .single()
    .throwOnError();
  const { userId } = clinic.people.front_desk;
  await client.from('pf_memberships').update({ role_id: staff.id }).eq('user_id', userId).throwOnError();

  await page.getByRole('button', { name: 'Create patient' }).click();
  await expect(
    page.getByRole('alert').or(page.getByText('Your role does not include this page')).first(),
  ).toBeVisible();
  await lookAt(page);
  await shell.open(clinic, 'pm/patients');
  await expect(page.getByRole('link', { name: /^New patient/ })).toHaveCount(0);
  await expect(page.getByText('Olga Owl')).toHaveCount(0);
});
