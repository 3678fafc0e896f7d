import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { lookAt } from '../commands/look-at.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { PermissionsPage } from '../pages/permissions-page.ts';
import { Shell } from '../pages/shell.ts';

test('org admin: makes a role from another, gives it to somebody, and cannot delete it while it is held', async ({
  page,
  otherWindow: desk,
}) => {
  const shell = new Shell(page);
  const permissions = new PermissionsPage(page);
  const clinic = await openClinic();
  const newPatient = desk.getByRole('link', { name: 'New patient' });

  await test.step('Given the front desk is at work on the list of patients', async () => {
    await signInAs(desk, clinic, 'front_desk');
    await new Shell(desk).open(clinic, 'pm/patients');
    await expect(newPatient.first()).toBeVisible();
  });

  await test.step('When the admin copies that role, Then the copy may do the same and nothing else', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, 'settings/permissions');
    await permissions.startWith('Front desk', 'Copy…');
    await permissions.dialog.getByRole('textbox', { name: 'Name' }).fill('Front desk');
    await permissions.dialog.getByRole('button', { name: 'Create role' }).click();
    await expect(permissions.dialog).toContainText('There is a role with this name already.');
    await expectAccessible(page);
    await permissions.dialog.getByRole('textbox', { name: 'Name' }).fill('Intern');
    await permissions.dialog.getByRole('button', { name: 'Create role' }).click();
    await expect(shell.toast('The role Intern was created.')).toBeVisible();
    await expect(permissions.toggle('Intern', 'Create patients')).toBeChecked();
    await expect(permissions.toggle('Intern', 'Soft-delete patients')).not.toBeChecked();
  });

  await test.step('And takes a permission from the copy, which the other role keeps', async () => {
    await permissions.toggle('Intern', 'Create patients').press('Space');
    await expect(permissions.toggle('Intern', 'Create patients')).not.toBeChecked();
    await expect(permissions.toggle('Front desk', 'Create patients')).toBeChecked();
    await expectAccessible(page);
  });

  await test.step('When somebody else changes the same role, Then the admin is told at the next focus', async () => {
    const { client } = clinic.people.org_admin;
    const { data: intern } = await client
      .from('pf_roles')
      .select('id')
      .eq('organization_id', clinic.id)
      .eq('name', 'Intern')
      .single()
      .throwOnError();
    await client
      .rpc('pf_set_role_permission', { role_id: intern.id, permission_key: 'pm.reports.view', granted: true })
      .throwOnError();
    await lookAt(page);
    await expect(page.getByText('Intern was given: View reports.')).toBeVisible();
    await expect(permissions.toggle('Intern', 'View reports (changed elsewhere)')).toBeChecked();
    await expect(page.getByRole('listitem').filter({ hasText: 'Create patients' })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('When the front desk is made an intern, Then the open window has it at the next focus', async () => {
    await shell.open(clinic, 'settings/members');
    await page.getByRole('combobox', { name: 'Role of Fred Desk' }).click();
    await page.getByRole('option', { name: 'Intern' }).click();
    await expect(shell.toast('Fred Desk is now Intern.')).toBeVisible();
    await lookAt(desk);
    await expect(newPatient).toHaveCount(0);
    await expect(desk.getByText('No patients yet')).toBeVisible();
  });

  await test.step('When the admin deletes the role, Then that is refused, with the way to who holds it', async () => {
    await shell.open(clinic, 'settings/permissions');
    await permissions.startWith('Intern', 'Delete…');
    await permissions.dialog.getByRole('button', { name: 'Delete role' }).click();
    await expect(permissions.dialog.getByRole('alert')).toContainText('One person holds the role');
    await expectAccessible(page);
    await permissions.dialog.getByRole('link', { name: 'Show the members who hold it' }).click();
    await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('list', { name: 'Members' })).toContainText('Fred Desk');
    await expectAccessible(page);
  });

  await test.step('When nobody holds it any more, Then it can be deleted', async () => {
    await page.getByRole('combobox', { name: 'Role of Fred Desk' }).click();
    await page.getByRole('option', { name: 'Staff' }).click();
    await expect(page.getByText('Nobody holds this role.')).toBeVisible();
    await shell.open(clinic, 'settings/permissions');
    await permissions.startWith('Intern', 'Delete…');
    await permissions.dialog.getByRole('button', { name: 'Delete role' }).click();
    await expect(shell.toast('The role Intern was deleted.')).toBeVisible();
    await expect(page.getByRole('switch', { name: /^Intern: / })).toHaveCount(0);
  });
});

test('org admin: removes a member, suspends the one who is named on sessions instead, and stays the last admin', async ({
  page,
  otherWindow: facilitator,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const members = page.getByRole('list', { name: 'Members' });
  const dialog = page.getByRole('dialog');
  const groupId = await createGroup(clinic, { name: 'Art Therapy' });
  await createSession(clinic, {
    group_definition_id: groupId,
    session_date: dayOfCalmWeek(clinic.timezone, 2),
    start_time: '09:00',
    end_time: '10:00',
    facilitator_id: clinic.people.facilitator.userId,
  });

  await test.step('When somebody is removed, Then the list is without them, and the focus beside their place', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, 'settings/members');
    await page.getByRole('button', { name: 'Remove Stella Staff' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(shell.toast('Stella Staff was removed.')).toBeVisible();
    await expect(members.getByRole('listitem')).toHaveCount(3);
    await expect(members).not.toContainText('Stella Staff');
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Remove F/);
  });

  await test.step('When the one to be removed leads a session, Then that is refused and suspending is offered', async () => {
    await signInAs(facilitator, clinic, 'facilitator');
    await new Shell(facilitator).open(clinic, '');
    await expect(new Shell(facilitator).heading).toHaveText('Home');
    await page.getByRole('button', { name: 'Remove Fay Facilitator' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    const refusal = shell.toast('the record of who led a session stays');
    await refusal.getByRole('button', { name: 'Suspend' }).click();
    await expect(shell.toast('Fay Facilitator was suspended.')).toBeVisible();
    await expect(members.getByRole('listitem').filter({ hasText: 'Fay Facilitator' })).toContainText('Suspended');
    await expectAccessible(page);
  });

  await test.step('Then their open window is closed to them at the next focus, until they are reactivated', async () => {
    await lookAt(facilitator);
    await expect(facilitator.getByText('You do not belong to this organization')).toBeVisible();
    await page.getByRole('button', { name: 'Reactivate Fay Facilitator' }).click();
    await expect(shell.toast('Fay Facilitator may work here again.')).toBeVisible();
    await lookAt(facilitator);
    await expect(facilitator.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  });

  await test.step('When the last admin takes another role, Then that is refused in words', async () => {
    await page.getByRole('combobox', { name: 'Role of Ada Admin' }).click();
    await page.getByRole('option', { name: 'Staff' }).click();
    await dialog.getByRole('button', { name: 'Change my role' }).click();
    await expect(dialog.getByRole('alert')).toContainText('the last active organization admin');
    await expectAccessible(page);
  });
});
