import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { createGroup, fillGroup } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { GroupsPages } from '../pages/groups-pages.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPages } from '../pages/sign-in-pages.ts';

test('org admin: creates a group whose form says what is wrong, changes it, deletes it and takes that back', async ({
  page,
}) => {
  const shell = new Shell(page);
  const groups = new GroupsPages(page);
  const clinic = await openClinic();

  await test.step('Given the clinic’s own rooms, as its settings list them', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, 'settings/organization');
    const rooms = page.getByRole('combobox', { name: 'Locations to choose from' });
    for (const room of ['Willow Room', 'Room 7', 'ROOM 7']) {
      await rooms.fill(room);
      await rooms.press('Enter');
    }
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save locations' }).click();
    await expect(shell.toast('The locations were saved.')).toBeVisible();
  });

  await test.step('Given the form for a new group', async () => {
    await shell.open(clinic, 'pm/groups');
    await page.getByRole('link', { name: 'New group' }).first().click();
    await expect(shell.heading).toHaveText('New group');
    await expectAccessible(page);
  });

  await test.step('When impossible values are sent, Then each field says in words what it wants', async () => {
    await groups.capacity.fill('101');
    await groups.minimum.fill('102');
    await groups.create();
    await expect(groups.name).toHaveAccessibleDescription(/Enter a name\./);
    await expect(groups.capacity).toHaveAccessibleDescription(/Enter a capacity from 1 to 100\./);
    await expect(groups.minimum).toHaveAccessibleDescription(/Enter a minimum from 1 to 100|at most the capacity/);
    await expectAccessible(page);
  });

  await test.step('When they are mended, Then the group is there with all of it', async () => {
    await groups.name.fill('Group 1');
    await groups.capacity.fill('8');
    await groups.minimum.fill('3');
    await groups.choose('Facilitator', 'Fay Facilitator');
    await groups.choose('Time period', 'AM');
    await page.getByRole('combobox', { name: 'Location' }).click();
    await expect(page.getByRole('option')).toHaveText(['Willow Room', 'Room 7']);
    await page.getByRole('option', { name: 'Room 7' }).click();
    await page.getByRole('textbox', { name: 'Start date' }).fill('Mar 1, 2027');
    await page.getByRole('textbox', { name: 'Recurrence rule' }).fill('FREQ=WEEKLY;BYDAY=TU,TH');
    await groups.create();
    await expect(shell.heading).toHaveText('Group 1');
    await expect(shell.toast('Group 1 was created.')).toBeVisible();
    await expect(shell.main).toContainText('270301AMGR1');
    await expect(shell.main).toContainText('0 of 8 seats');
    await expectAccessible(page);
  });

  await test.step('When it is edited, Then the change shows', async () => {
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(groups.name).toHaveValue('Group 1');
    await groups.name.fill('Early Birds');
    await expectAccessible(page);
    await groups.save();
    await expect(shell.heading).toHaveText('Early Birds');
    await expect(shell.toast('Early Birds was saved.')).toBeVisible();
  });

  await test.step('When it is deleted, Then the consequences are told first, and Undo brings it back', async () => {
    const dialog = await groups.askToDelete('Early Birds');
    await expect(dialog).toContainText('It disappears from all lists');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Delete group' }).click();
    await expect(shell.toast('Early Birds was deleted.')).toBeVisible();
    await expect(page.getByText('No groups yet')).toBeVisible();
    await shell.toast('Early Birds was deleted.').getByRole('button', { name: 'Undo' }).click();
    await expect(shell.toast('Early Birds is back as it was.')).toBeVisible();
    await expect(groups.group('Early Birds')).toBeVisible();
    await expectAccessible(page);
  });
});

test('org admin: raising the capacity says who moved up, before by number and after by name', async ({ page }) => {
  const shell = new Shell(page);
  const groups = new GroupsPages(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Art Therapy', max_capacity: 2 });
  await fillGroup(clinic, groupId, 4);

  await test.step('Given two seats, both taken, and two who wait', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, `pm/groups/${groupId}/edit`);
    await expect(groups.capacity).toHaveValue('2');
  });

  await test.step('When the capacity is raised by one, Then one moves up, by name', async () => {
    await groups.capacity.fill('3');
    await expect(page.getByText('1 person will move up from the waitlist.')).toBeVisible();
    await expectAccessible(page);
    await groups.save();
    await expect(shell.toast('1 person moved up from the waitlist: Seated Person 3.')).toBeVisible();
    await expect(shell.main).toContainText('3 of 3 seats, 1 waiting');
  });
});

test('org admin: creates a second organization and changes between the two, which share nothing', async ({ page }) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const second = `Second ${randomUUID().slice(0, 8)}`;
  await createGroup(clinic, { name: 'Only in the first' });

  await test.step('When a second organization is created, Then it opens, empty', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, '');
    await shell.switcher.click();
    await expectAccessible(page);
    await page.getByRole('option', { name: 'Create an organization' }).click();
    await new SignInPages(page).createOrganization(second);
    await expect(page.getByRole('heading', { name: `Welcome to ${second}` })).toBeVisible();
  });

  await test.step('When the first is chosen again, Then its groups are there, and only there', async () => {
    await shell.switchTo(clinic.name);
    await expect(page).toHaveURL(new RegExp(`/o/${clinic.slug}$`));
    await shell.navigation.getByRole('link', { name: 'Groups' }).click();
    await expect(page.getByRole('link', { name: 'Only in the first' })).toBeVisible();
    await shell.switchTo(second);
    await shell.navigation.getByRole('link', { name: 'Groups' }).click();
    await expect(page.getByText('No groups yet')).toBeVisible();
    await expect(page.getByText('Only in the first')).toHaveCount(0);
  });
});

test('org admin: takes a permission from a role, and the other person’s next load has it', async ({
  page,
  otherWindow: desk,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const toggle = page.getByRole('switch', { name: /^Front desk: .*create.*patient/i });

  await test.step('Given the front desk may create patients', async () => {
    await signInAs(desk, clinic, 'front_desk');
    await new Shell(desk).open(clinic, 'pm/patients');
    await expect(desk.getByRole('link', { name: 'New patient' }).first()).toBeVisible();
  });

  await test.step('When the admin switches it off in the matrix, Then it is off after a reload too', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, 'settings/permissions');
    await expect(toggle).toBeChecked();
    await expectAccessible(page);
    await toggle.focus();
    const saved = page.waitForResponse(/pf_set_role_permission/);
    await page.keyboard.press('Space');
    await expect(toggle).not.toBeChecked();
    expect((await saved).ok()).toBe(true);
    await page.reload();
    await expect(toggle).not.toBeChecked();
  });

  await test.step('Then the front desk is no longer offered it', async () => {
    await desk.reload();
    await expect(desk.getByText('No patients yet')).toBeVisible();
    await expect(desk.getByRole('link', { name: 'New patient' })).toHaveCount(0);
  });
});

test('org admin: what the organization admin role holds cannot be switched off', async ({ page }) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  await signInAs(page, clinic, 'org_admin');
  await shell.open(clinic, 'settings/permissions');
  const own = page.getByRole('switch', { name: /^Organization admin: / });
  await expect(own.first()).toBeChecked();
  for (const held of await own.all()) await expect(held).toBeDisabled();
});

test('org admin: invites a person, whose link makes them a member, and works for nobody else', async ({
  page,
  otherWindow: guest,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const stranger = await openClinic();
  const email = `${randomUUID()}@example.test`;
  const guestPages = new SignInPages(guest);

  const link = await test.step('When the admin invites an address as staff, Then a link is shown once', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, 'settings/members');
    await expect(page.getByText('Stella Staff')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Invite a member' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite a member' });
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Staff' }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create the invitation' }).click();
    const shown = dialog.getByRole('textbox', { name: 'Invitation link' });
    await expect(shown).toHaveValue(/\/invitations\/\S+$/);
    await expectAccessible(page);
    const value = await shown.inputValue();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('list', { name: 'Open invitations' })).toContainText(email);
    return value;
  });

  await test.step('When somebody else opens the link, Then it does not let them in', async () => {
    await signInAs(guest, stranger, 'staff');
    await guest.goto(link);
    await guest.getByRole('button', { name: 'Accept the invitation' }).click();
    await expect(guest.getByRole('alert')).toContainText(/invitation/i);
    await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Use another account' }).click();
  });

  await test.step('When the invited person signs up by it, Then they are in the clinic as staff', async () => {
    await guest.goto(link);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('You have been invited');
    await expectAccessible(guest);
    await guest.getByRole('link', { name: 'Create an account' }).click();
    await guestPages.signUp({ fullName: 'Gil Guest', email, password: randomUUID() });
    await guest.getByRole('button', { name: 'Accept the invitation' }).click();
    await expect(guest).toHaveURL(new RegExp(`/o/${clinic.slug}`));
    await expect(guest.getByRole('navigation', { name: 'Pages' })).not.toContainText('Permissions');
    await page.reload();
    await expect(page.getByText('Gil Guest')).toBeVisible();
    await expect(page.getByText('Nobody is invited at present.')).toBeVisible();
  });
});
