import { openClinic } from '../commands/clinic.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { enroll, readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { PatientPage } from '../pages/patient-page.ts';

test('back closes a dialog of the roster and leaves everything as it is', async ({ page }) => {
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Night Owls' });
  await enroll(clinic, groupId, await createPatient(clinic, 'Olga', 'Owl'));
  await signInAs(page, clinic, 'front_desk');
  await page.goto(`/o/${clinic.slug}/pm/groups/${groupId}`);
  await page.getByRole('tab', { name: 'Enrollments' }).click();
  await expect(enrollments.roster).toBeVisible();
  const address = page.url();

  for (const [item, title] of [
    ['Disenroll', 'Disenroll Olga Owl?'],
    ['Transfer', 'Transfer Olga Owl'],
  ] as const) {
    await enrollments.act('Olga Owl', item);
    await expect(enrollments.dialogNamed(title)).toBeVisible();
    await page.goBack();
    await expect(enrollments.dialogNamed(title)).toBeHidden();
    await expect(page).toHaveURL(address);
  }
  await expect(enrollments.roster).toContainText('Olga Owl');
});

test('a dialog closed while it enrolls: the refusal is told all the same', async ({ page }) => {
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Night Owls', max_capacity: 2 });
  await fillGroup(clinic, groupId, 1);
  await createPatient(clinic, 'Olga', 'Owl');
  await signInAs(page, clinic, 'front_desk');
  await enrollments.open(clinic, groupId);
  await enrollments.openDialog();
  await enrollments.choose('olg', 'Olga Owl');
  let goOn = () => {};
  const closed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/rpc\/pm_enroll_patient/, async (route) => {
    await closed;
    await route.abort();
  });
  const sent = page.waitForRequest(/rpc\/pm_enroll_patient/);
  await enrollments.submit.click();
  await sent;
  await page.keyboard.press('Escape');
  await expect(enrollments.dialog).toBeHidden();
  goOn();
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' })).toBeVisible();
  expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 1, waitlisted: 0 });
});

test('a dialog closed while it disenrolls: the refusal is told all the same', async ({ page }) => {
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Night Owls' });
  await enroll(clinic, groupId, await createPatient(clinic, 'Olga', 'Owl'));
  await signInAs(page, clinic, 'front_desk');
  await enrollments.open(clinic, groupId);
  let goOn = () => {};
  const closed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/rpc\/pm_disenroll/, async (route) => {
    await closed;
    await route.abort();
  });
  const dialog = await enrollments.askToDisenroll('Olga Owl');
  const sent = page.waitForRequest(/rpc\/pm_disenroll/);
  await dialog.getByRole('button', { name: 'Disenroll' }).click();
  await sent;
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  goOn();
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' })).toBeVisible();
});

test('a record opened to enroll: closing leads to the button that enrolls', async ({ page }) => {
  const record = new PatientPage(page);
  const clinic = await openClinic();
  const patientId = await createPatient(clinic, 'Olga', 'Owl');
  await signInAs(page, clinic, 'front_desk');
  await page.goto(`/o/${clinic.slug}/pm/patients/${patientId}?dialog=enroll`);
  await expect(record.group).toBeFocused();
  // Once for the choices, once for the dialog.
  await page.keyboard.press('Escape');
  if (await record.dialog.isVisible()) await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Enroll in a group' }).first()).toBeFocused();
});
