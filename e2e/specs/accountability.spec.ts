import { expectAccessible } from '../commands/accessibility.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { saveFile } from '../commands/files.ts';
import { createGroup, createPatient } from '../commands/records.ts';
import { expectNoSidewaysScroll, PHONE } from '../commands/screens.ts';
import { disenroll, enroll, readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

test('org admin: finds who opened a record and who changed a role, and takes the log along', async ({
  page,
  otherWindow: staff,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const patientId = await createPatient(clinic, 'Ana', 'Lopez', { phone: '555-0100' });
  const entries = page.getByRole('list', { name: 'Entries, latest first' });

  await test.step('Given staff who opened a record, twice, and a role and a phone that were changed', async () => {
    await signInAs(staff, clinic, 'staff');
    await new Shell(staff).open(clinic, 'pm/patients');
    const opening = () => staff.waitForRequest(/rpc\/pm_open_patient/);
    await Promise.all([opening(), staff.getByRole('link', { name: 'Ana Lopez' }).click()]);
    await expect(new Shell(staff).heading).toHaveText('Ana Lopez');
    await expect(staff.getByRole('link', { name: 'Who opened this record' })).toHaveCount(0);
    await staff.goBack();
    // What the browser still knows does not hide that the page is opened again.
    await Promise.all([opening(), staff.getByRole('link', { name: 'Ana Lopez' }).click()]);
    await makeFacilitator(clinic, clinic.people.front_desk.userId);
    const { client } = clinic.people.org_admin;
    await client.from('pm_patients').update({ phone: '555-0199' }).eq('id', patientId).throwOnError();
  });

  await test.step('When the admin asks on the patient’s page, Then it says who opened it and what was changed', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, `pm/patients/${patientId}`);
    await page.getByRole('link', { name: 'Who opened this record' }).click();
    await expect(shell.heading).toHaveText('Audit log');
    await expect(entries).toContainText('Stella Staff opened Ana Lopez’s record.');
    await expect(entries).toContainText('Ada Admin opened Ana Lopez’s record.');
    await expect(entries).toContainText('Ada Admin changed the phone from 555-0100 to 555-0199 in Ana Lopez’s record.');
    await expect(entries.getByText('Stella Staff opened')).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('When it is narrowed to one person, Then only that person’s doings are left, after a reload too', async () => {
    await page.getByRole('combobox', { name: 'Done by' }).click();
    await page.getByRole('option', { name: 'Stella Staff' }).click();
    await expect(entries.getByRole('listitem')).toHaveCount(1);
    await page.reload();
    await expect(entries.getByRole('listitem')).toHaveText(/Stella Staff opened Ana Lopez’s record\./);
    await expect(page.getByRole('combobox', { name: 'Patient' })).toHaveValue('Ana Lopez');
  });

  await test.step('When roles are looked for, Then it says who changed whose, from what to what', async () => {
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('combobox', { name: 'What was done' }).click();
    await page.getByRole('option', { name: 'Role changed, or suspended' }).click();
    await expect(entries.getByRole('listitem')).toHaveCount(1);
    await expect(entries).toContainText('Ada Admin changed the role of Fred Desk from Front desk to Facilitator.');
  });

  await test.step('When it is exported, Then the file has what the filter leaves', async () => {
    const file = await saveFile(page, () => page.getByRole('button', { name: 'Export CSV' }).click());
    expect(file.text.trim().split('\r\n')).toHaveLength(2);
    expect(file.text).toContain('Ada Admin changed the role of Fred Desk from Front desk to Facilitator.');
    await expect(shell.toast('1 entry was exported.')).toBeVisible();
  });
});

async function makeFacilitator(clinic: Clinic, userId: string): Promise<void> {
  const { client } = clinic.people.org_admin;
  const { data: role } = await client
    .from('pf_roles')
    .select('id')
    .eq('organization_id', clinic.id)
    .eq('key', 'facilitator')
    .single()
    .throwOnError();
  await client
    .from('pf_memberships')
    .update({ role_id: role.id })
    .eq('organization_id', clinic.id)
    .eq('user_id', userId)
    .throwOnError();
}

async function deleteEnrollment(clinic: Clinic, groupId: string, patientId: string): Promise<void> {
  const { client } = clinic.people.org_admin;
  const { data } = await client
    .from('pm_group_enrollments')
    .select('id')
    .eq('group_definition_id', groupId)
    .eq('patient_id', patientId)
    .single()
    .throwOnError();
  await client.rpc('pm_delete_enrollment', { enrollment_id: data.id }).throwOnError();
}

test.describe('phone', () => {
  test.use(PHONE);

  test('org admin: restores an enrollment into a full group and is told the place, and the way where it is refused', async ({
    page,
  }) => {
    const shell = new Shell(page);
    const clinic = await openClinic();
    const groupId = await createGroup(clinic, { name: 'Anger Management', max_capacity: 1 });
    const [ana, ben, cy] = [
      await createPatient(clinic, 'Ana', 'Lopez'),
      await createPatient(clinic, 'Ben', 'Ito'),
      await createPatient(clinic, 'Cy', 'Young'),
    ];
    for (const patientId of [ana, ben]) {
      await enroll(clinic, groupId, patientId);
      await deleteEnrollment(clinic, groupId, patientId);
    }
    await enroll(clinic, groupId, cy);
    await clinic.people.org_admin.client.rpc('pm_delete_patient', { patient_id: ben }).throwOnError();
    const list = page.getByRole('list', { name: 'Deleted, latest first' });
    const restore = (name: string) => page.getByRole('button', { name: `Restore ${name}`, exact: true }).click();

    await test.step('Given what was deleted, with who and when', async () => {
      await signInAs(page, clinic, 'org_admin');
      await shell.open(clinic, 'settings/recently-deleted');
      await expect(list.getByRole('listitem')).toHaveCount(3);
      await expect(list).toContainText('by Ada Admin');
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });

    await test.step('When an enrollment is restored while the seat is taken, Then it tells the place on the waitlist', async () => {
      await restore('Ana Lopez in "Anger Management"');
      const outcome = page.getByRole('status').filter({ hasText: 'is back' });
      await expect(outcome).toContainText('at the end of the waitlist: place 1');
      await expect(outcome).toBeFocused();
      await expect(list.getByRole('listitem')).toHaveCount(2);
      expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 1, waitlisted: 1 });
      await expectAccessible(page);
    });

    await test.step('When the patient is deleted too, Then it is refused, stays, and leads to the patient', async () => {
      await restore('Ben Ito in "Anger Management"');
      const refusal = page.getByRole('alert').filter({ hasText: 'was not restored' });
      await expect(refusal).toContainText('It stays here until that is settled.');
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await expectAccessible(page);
      await refusal.getByRole('link', { name: 'Restore the patient first' }).click();
      await expect(list.getByRole('listitem')).toHaveCount(1);
      await restore('Ben Ito');
      await expect(page.getByRole('status').filter({ hasText: 'Ben Ito is back.' })).toBeVisible();
      await page.getByRole('radiogroup', { name: 'Kind' }).getByText('All', { exact: true }).click();
      await restore('Ben Ito in "Anger Management"');
      await expect(page.getByRole('status').filter({ hasText: 'waitlist: place 2' })).toBeVisible();
      await expect(page.getByText('Nothing is deleted')).toBeVisible();
    });
  });
});

test('org admin: has a gap in a waitlist found and repaired, and the log tells of it', async ({ page }) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  await signInAs(page, clinic, 'org_admin');

  await test.step('Given nothing to find', async () => {
    await shell.open(clinic, 'settings/integrity');
    await expect(page.getByText('Nothing found')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('When somebody left a waitlist, Then the gap is found', async () => {
    const groupId = await createGroup(clinic, { name: 'Anger Management', max_capacity: 1 });
    const patients = [
      await createPatient(clinic, 'Ana', 'Lopez'),
      await createPatient(clinic, 'Ben', 'Ito'),
      await createPatient(clinic, 'Cy', 'Young'),
    ];
    for (const patientId of patients) await enroll(clinic, groupId, patientId);
    await disenroll(clinic, groupId, patients[1] ?? '');
    await page.getByRole('button', { name: 'Check again' }).click();
    const section = page.getByRole('region', { name: 'Gaps in the waitlist' });
    await expect(section.getByRole('listitem')).toHaveCount(1);
    await expect(section.getByRole('link', { name: 'Anger Management' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('When it is repaired, Then it is told, found no more, and in the audit log', async () => {
    await page.getByRole('button', { name: 'Repair what has one right answer (1)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Repair 1 finding?' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Repair 1 finding' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 finding was repaired.' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(page.getByText('Nothing found')).toBeVisible();
    await shell.open(clinic, 'settings/audit-log?action=integrity_repaired');
    await expect(page.getByText('Ada Admin had a finding of the integrity check repaired')).toBeVisible();
  });
});

test('staff: is shown no way to the logs and what was deleted, and is refused by address', async ({ page }) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  await signInAs(page, clinic, 'staff');
  await shell.open(clinic, '');
  await expect(shell.navigation).toContainText('Patients');
  await expect(shell.navigation).not.toContainText(/Audit log|Recently deleted|Integrity/);
  for (const path of [
    'settings/audit-log',
    'settings/audit-log?log=access',
    'settings/recently-deleted',
    'settings/integrity',
  ]) {
    await shell.open(clinic, path);
    await expect(page.getByText('Your role does not include this page')).toBeVisible();
    await expectAccessible(page);
  }
});
