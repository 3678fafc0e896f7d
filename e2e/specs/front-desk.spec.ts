import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { expectNoSidewaysScroll } from '../commands/screens.ts';
import { enroll, readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { PatientsPage } from '../pages/patients-page.ts';
import { Shell } from '../pages/shell.ts';

test('front desk: a new patient gets the last seat, the next one the first place on the waitlist', async ({ page }) => {
  const shell = new Shell(page);
  const patients = new PatientsPage(page);
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'DBT Skills', max_capacity: 10 });
  await fillGroup(clinic, groupId, 9);
  await createPatient(clinic, 'Noor', 'Haddad');

  await test.step('Given the front desk on the list of patients', async () => {
    await signInAs(page, clinic, 'front_desk');
    await shell.open(clinic, 'pm/patients');
    await expect(patients.patient('Noor Haddad')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('When a patient is created, Then the record opens and says so', async () => {
    await patients.create('Marisol', 'Quintero', 'MRN-1001');
    await expect(shell.heading).toHaveText('Marisol Quintero');
    await expect(shell.toast('Marisol Quintero was created.')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('Then three letters find the patient', async () => {
    await shell.open(clinic, 'pm/patients');
    await patients.search.fill('qui');
    await expect(patients.patient('Marisol Quintero')).toBeVisible();
    await expect(patients.patient('Noor Haddad')).toBeHidden();
  });

  await test.step('When the patient is chosen for the group, Then the dialog tells the last seat before and after', async () => {
    await enrollments.open(clinic, groupId);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await enrollments.openDialog();
    await expect(enrollments.dialog).toContainText('The next patient gets seat 10 of 10.');
    await enrollments.choose('qui', 'Marisol Quintero');
    await expect(enrollments.dialog).toContainText('Seat 10 of 10');
    await expectAccessible(page);
    await enrollments.submit.click();
    await expect(enrollments.dialog).toContainText('Marisol Quintero has seat 10 of 10.');
  });

  await test.step('When the eleventh is enrolled, Then she is told: waitlist, place 1', async () => {
    await expect(enrollments.dialog).toContainText('The group is full');
    await enrollments.choose('noo', 'Noor Haddad');
    await expect(enrollments.dialog).toContainText('Waitlist, place 1');
    await expect(enrollments.submit).toHaveText('Put Noor Haddad on the waitlist');
    await enrollments.submit.click();
    await expect(enrollments.dialog).toContainText('Noor Haddad is on the waitlist, place 1.');
    await expectAccessible(page);
    await enrollments.closeDialog();
    await expect(enrollments.waitlist).toContainText('Noor Haddad');
    await expect(enrollments.waitlist).toContainText('Next in line');
    expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 10, waitlisted: 1 });
  });

  await test.step('When a seated patient is disenrolled, Then the toast names who moved up', async () => {
    const dialog = await enrollments.askToDisenroll('Seated Person 3');
    await expect(dialog).toContainText('Noor Haddad is next on the waitlist and gets the seat.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Disenroll' }).click();
    await expect(shell.toast('Noor Haddad moved up from the waitlist.')).toBeVisible();
    await expect(enrollments.roster.getByRole('row', { name: /Noor Haddad/ })).toBeVisible();
    await expect(enrollments.roster.getByRole('row', { name: /Seated Person 3/ })).toBeHidden();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 10, waitlisted: 0 });
  });
});
test('front desk: many at once, each told the own result, although a colleague was faster with one', async ({
  page,
}) => {
  const shell = new Shell(page);
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Relapse Prevention', max_capacity: 10 });
  await fillGroup(clinic, groupId, 8);
  const [amina] = [
    await createPatient(clinic, 'Amina', 'Trio'),
    await createPatient(clinic, 'Bruno', 'Trio'),
    await createPatient(clinic, 'Chiara', 'Trio'),
  ];

  await test.step('Given three patients chosen, two seats free, and one of the three enrolled by a colleague meanwhile', async () => {
    await signInAs(page, clinic, 'front_desk');
    await enrollments.open(clinic, groupId);
    await enrollments.openDialog();
    for (const name of ['Amina Trio', 'Bruno Trio', 'Chiara Trio']) await enrollments.choose('trio', name);
    await enroll(clinic, groupId, amina);
    await expectAccessible(page);
  });

  await test.step('When all are enrolled, Then each has a result of its own', async () => {
    await enrollments.dialog.getByRole('button', { name: 'Enroll 3 patients' }).click();
    await expect(shell.toast('1 enrolled, 1 on the waitlist, 1 not enrolled.')).toBeVisible();
    const results = enrollments.dialog.getByRole('listitem');
    await expect(results.filter({ hasText: 'Amina Trio' })).toContainText('is already enrolled in');
    await expect(results.filter({ hasText: 'Bruno Trio' })).toContainText('has seat 10 of 10.');
    await expect(results.filter({ hasText: 'Chiara Trio' })).toContainText('is on the waitlist, place 1.');
    await expectAccessible(page);
    expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 10, waitlisted: 1 });
  });

  await test.step('Then who is in the group already cannot be chosen again', async () => {
    await enrollments.search.fill('trio');
    await expect(enrollments.dialog.getByRole('option', { name: 'Amina Trio' })).toContainText('Enrolled');
    await expect(enrollments.dialog.getByRole('option', { name: 'Chiara Trio' })).toContainText('Waitlist, place 1');
    await enrollments.dialog.getByRole('option', { name: 'Amina Trio' }).click({ force: true });
    await expect(enrollments.submit).toBeDisabled();
  });
});
