import { openClinic } from '../commands/clinic.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { enroll, readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { PatientPage } from '../pages/patient-page.ts';
import { TransferDialog } from '../pages/transfer-dialog.ts';

test('somebody calls to leave a group: from the patient, told who moved up, and the card is in the past', async ({
  page,
}) => {
  const patient = new PatientPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Night Owls', max_capacity: 1 });
  const olga = await createPatient(clinic, 'Olga', 'Owl');
  const emil = await createPatient(clinic, 'Emil', 'Eagle');
  await enroll(clinic, groupId, olga);
  await enroll(clinic, groupId, emil);
  await signInAs(page, clinic, 'front_desk');

  await patient.open(clinic, olga);
  await patient.leave('Disenroll', 'Night Owls');
  const dialog = page.getByRole('dialog', { name: 'Disenroll Olga Owl?' });
  await expect(dialog).toContainText('Emil Eagle');
  await dialog.getByLabel('Reason').fill('Moves away');
  await dialog.getByRole('button', { name: 'Disenroll', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Emil Eagle' })).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('Moves away');
  expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 1, waitlisted: 0 });

  // Who waits nowhere and sits nowhere has nothing to leave.
  await expect(patient.leaving('Disenroll', 'Night Owls')).toHaveCount(0);
});

test('from one group to another on the patient’s page', async ({ page }) => {
  const patient = new PatientPage(page);
  const clinic = await openClinic();
  const [from, to] = [
    await createGroup(clinic, { name: 'Night Owls' }),
    await createGroup(clinic, { name: 'Early Birds' }),
  ];
  const olga = await createPatient(clinic, 'Olga', 'Owl');
  await enroll(clinic, from, olga);
  await fillGroup(clinic, to, 1);
  await signInAs(page, clinic, 'front_desk');
  await patient.open(clinic, olga);
  await patient.leave('Transfer', 'Night Owls');
  const transfer = new TransferDialog(page);
  await transfer.chooseGroup('Early', 'Early Birds');
  await transfer.submit.click();
  await expect(patient.enrollment('Early Birds')).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('Early Birds');
  expect(await readSeats(clinic, to)).toEqual({ enrolled: 2, waitlisted: 0 });
});
