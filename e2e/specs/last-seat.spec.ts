import { expectAccessible } from '../commands/accessibility.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { setPermission } from '../commands/permissions.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { PatientPage } from '../pages/patient-page.ts';
import { TransferDialog } from '../pages/transfer-dialog.ts';

/** A group with one seat left, another with one patient, and one patient without a group. */
async function openClinicWithLastSeat() {
  const clinic = await openClinic();
  const wanted = await createGroup(clinic, { name: 'Last Seat', max_capacity: 3 });
  const from = await createGroup(clinic, { name: 'Old Circle', max_capacity: 1 });
  await fillGroup(clinic, wanted, 2);
  const mover = await createPatient(clinic, 'Mira', 'Mover');
  const [newcomer, next] = await Promise.all([
    createPatient(clinic, 'Nico', 'Newcomer'),
    createPatient(clinic, 'Wanda', 'Waiting'),
  ]);
  await clinic.people.org_admin.client
    .rpc('pm_bulk_enroll_patients', { group_definition_id: from, patient_ids: [mover, next] })
    .throwOnError();
  return { clinic, wanted, from, newcomer };
}

/** Who has a seat in a group, as a window shows it that has just been opened. */
async function rosterShown(enrollments: EnrollmentsPage, clinic: Clinic, groupId: string): Promise<string[]> {
  await enrollments.open(clinic, groupId);
  const rows = enrollments.roster.getByRole('row').filter({ hasText: /Seated|Newcomer|Mover/ });
  await expect(rows).toHaveCount(3);
  return (await rows.getByRole('link').allTextContents()).sort();
}

test('a transfer and an enrollment want the last seat at the same moment: one has it, the other is told and keeps what she had', async ({
  page,
  otherWindow,
}) => {
  const { clinic, wanted, from, newcomer } = await openClinicWithLastSeat();
  const record = new PatientPage(page);
  const roster = new EnrollmentsPage(otherWindow);
  const transfer = new TransferDialog(otherWindow);

  await test.step('Given one window promises the last seat to a newcomer, and the other to somebody of another group', () =>
    Promise.all([
      (async () => {
        await signInAs(page, clinic, 'front_desk');
        await record.open(clinic, newcomer);
        await record.openDialog();
        await record.chooseGroup('last', 'Last Seat');
        await expect(record.dialog).toContainText('Seat 3 of 3.');
      })(),
      (async () => {
        await signInAs(otherWindow, clinic, 'org_admin');
        await roster.open(clinic, from);
        await roster.act('Mira Mover', 'Transfer');
        await transfer.chooseGroup('last', 'Last Seat');
        await expect(transfer.root).toContainText('2 of 3 seats');
      })(),
    ]));

  await test.step('When both press at once, Then each window tells what it got', async () => {
    await Promise.all([record.submit.click(), transfer.submit.click()]);
    const enrolled = record.dialog.getByText(/^Last Seat: Nico Newcomer (has|is) .*\.$/);
    await expect(enrolled).toBeVisible();
    const newcomerHasIt = (await enrolled.textContent())?.includes('has seat 3 of 3.') === true;
    if (newcomerHasIt) {
      // The transfer did not give up the old seat for nothing: it says why and offers the waitlist.
      await expect(transfer.root.getByRole('alert')).toContainText('full');
      await expect(transfer.root.getByRole('radiogroup')).toContainText('Keep the seat here, and also wait there');
      await expectAccessible(otherWindow);
      expect(await readSeats(clinic, from)).toEqual({ enrolled: 1, waitlisted: 1 });
    } else {
      await expect(enrolled).toContainText('is on the waitlist, place 1.');
      await expect(otherWindow.getByText('Wanda Waiting moved up from the waitlist here.')).toBeVisible();
      expect(await readSeats(clinic, from)).toEqual({ enrolled: 1, waitlisted: 0 });
    }
    const seats = await readSeats(clinic, wanted);
    expect(seats).toEqual({ enrolled: 3, waitlisted: newcomerHasIt ? 0 : 1 });
    const [left, right] = await Promise.all([
      rosterShown(new EnrollmentsPage(page), clinic, wanted),
      rosterShown(roster, clinic, wanted),
    ]);
    expect(left).toEqual(right);
    expect(left).toContain(newcomerHasIt ? 'Nico Newcomer' : 'Mira Mover');
  });
});

test('a permission is taken while two dialogs are open: both say so in words, and nothing that was chosen is lost', async ({
  page,
  otherWindow,
}) => {
  const { clinic, wanted, from, newcomer } = await openClinicWithLastSeat();
  const record = new PatientPage(page);
  const roster = new EnrollmentsPage(otherWindow);
  const transfer = new TransferDialog(otherWindow);
  await Promise.all([signInAs(page, clinic, 'front_desk'), signInAs(otherWindow, clinic, 'front_desk')]);
  await Promise.all([record.open(clinic, newcomer), roster.open(clinic, from)]);
  await record.openDialog();
  await record.chooseGroup('last', 'Last Seat');
  await roster.act('Mira Mover', 'Transfer');
  await transfer.chooseGroup('last', 'Last Seat');
  await transfer.reason.fill('Closer to home');

  await test.step('When the admin takes the permission, Then enrolling and transferring are refused in words', async () => {
    await setPermission(clinic, 'front_desk', 'pm.group_enrollments.create', false);
    await record.submit.click();
    await expect(record.dialog.getByRole('alert')).toContainText(/permission/i);
    await expect(record.group).toHaveValue('Last Seat');
    await expectAccessible(page);
    await transfer.submit.click();
    await expect(transfer.root.getByRole('alert')).toContainText(/permission/i);
    await expect(transfer.reason).toHaveValue('Closer to home');
    expect([await readSeats(clinic, wanted), await readSeats(clinic, from)]).toEqual([
      { enrolled: 2, waitlisted: 0 },
      { enrolled: 1, waitlisted: 1 },
    ]);
  });

  await test.step('When it comes back, Then the same click does it', async () => {
    await setPermission(clinic, 'front_desk', 'pm.group_enrollments.create', true);
    await transfer.submit.click();
    await expect(transfer.root).toBeHidden();
    await record.submit.click();
    await expect(record.dialog).toContainText('Last Seat: Nico Newcomer is on the waitlist, place 1.');
    expect(await readSeats(clinic, wanted)).toEqual({ enrolled: 3, waitlisted: 1 });
  });
});
