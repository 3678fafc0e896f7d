import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek, longDate, spokenDate } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic with two sessions on a Friday. */
async function openClinicWithFriday() {
  const clinic = await openClinic();
  const friday = dayOfCalmWeek(clinic.timezone, 5);
  const morning = await createGroup(clinic, { name: 'Morning Circle', location: 'Room 1' });
  const grief = await createGroup(clinic, { name: 'Grief Support', location: 'Room 2' });
  const at = { session_date: friday, start_time: '10:00', end_time: '11:00' };
  const [first = ''] = await Promise.all([
    createSession(clinic, { ...at, group_definition_id: morning }),
    createSession(clinic, { ...at, group_definition_id: grief }),
  ]);
  return { clinic, friday, first };
}

test('org admin: the clinic closes on Friday, with a reason of its own list', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, friday } = await openClinicWithFriday();
  const dialog = page.getByRole('dialog', { name: 'Cancel several sessions' });
  await signInAs(page, clinic, 'org_admin');

  await test.step('Given the organization keeps its reasons', async () => {
    await shell.open(clinic, 'settings/organization');
    await page.getByRole('combobox', { name: 'Reasons to choose from' }).fill('Burst pipe, no water');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save reasons' }).click();
    await expect(shell.toast('The cancellation reasons were saved.')).toBeVisible();
  });

  await test.step('When the sessions of the day are cancelled, Then the number is asked for once more', async () => {
    await schedule.open(clinic, 'day', friday);
    await schedule.chooseMore('Cancel several sessions…');
    await expect(dialog).toContainText('2 of 2 sessions chosen');
    await dialog.getByText('Burst pipe, no water').click();
    await dialog.getByRole('switch', { name: 'Also mark the day as a closed day' }).check();
    await dialog.getByRole('textbox', { name: 'Name of the closed day' }).fill('Burst pipe');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel 2 sessions' }).click();
    await expect(dialog).toContainText('This cannot be undone.');
    await dialog.getByRole('button', { name: 'Cancel 2 sessions' }).click();
    await expect(dialog).toContainText('2 sessions cancelled');
    await expect(dialog).toContainText('The day is marked as closed.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('Then both are cancelled with the reason, and every view shows the day as closed', async () => {
    await expect(page.getByRole('list', { name: 'Closed days' })).toContainText('Burst pipe');
    await expect(schedule.session('Morning Circle')).toHaveAccessibleName(/Cancelled/);
    await schedule.session('Grief Support').click();
    await expect(schedule.panel).toContainText('Burst pipe, no water');
    await schedule.view('Week').click();
    const heading = page.getByRole('columnheader', { name: longDate(friday) });
    await expect(heading).toContainText('Burst pipe');
    await expectAccessible(page);
    await schedule.view('Month').click();
    await expect(
      page.getByRole('link', { name: new RegExp(`Burst pipe, closed, .*${longDate(friday)}`) }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('When the closed day is deleted in the settings, Then Undo brings it back', async () => {
    await shell.open(clinic, 'settings/organization');
    const days = page.getByRole('list', { name: 'Closed days' });
    await expect(days).toContainText(spokenDate(friday));
    await expectAccessible(page);
    await days.getByRole('button', { name: 'Delete Burst pipe' }).click();
    await expect(page.getByText('No closed day is coming up.')).toBeVisible();
    await shell.toast('is no closed day any more').getByRole('button', { name: 'Undo' }).click();
    await expect(days).toContainText('Burst pipe');
  });
});

test('facilitator: one of several is cancelled by somebody else meanwhile, and the result says so', async ({
  page,
}) => {
  const schedule = new SchedulePage(page);
  const { clinic, friday, first } = await openClinicWithFriday();
  const dialog = page.getByRole('dialog', { name: 'Cancel several sessions' });
  await signInAs(page, clinic, 'facilitator');
  await schedule.open(clinic, 'day', friday);
  await schedule.chooseMore('Cancel several sessions…');

  await test.step('Given both are chosen and the number is asked for, without a word about closed days', async () => {
    await expect(dialog).toContainText('2 of 2 sessions chosen');
    await expect(dialog.getByRole('switch')).toHaveCount(0);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Snow');
    await dialog.getByRole('button', { name: 'Cancel 2 sessions' }).click();
    await expect(dialog).toContainText('This cannot be undone.');
  });

  await test.step('When the admin cancels one first, Then the other is cancelled, and each has its words', async () => {
    await clinic.people.org_admin.client
      .rpc('pm_cancel_session', { session_id: first, reason: 'Facilitator ill' })
      .throwOnError();
    await dialog.getByRole('button', { name: 'Cancel 2 sessions' }).click();
    await expect(dialog).toContainText('1 of 2 sessions cancelled, 1 not');
    const results = dialog.getByRole('list', { name: 'What became of each session' }).getByRole('listitem');
    await expect(results.first()).toContainText(/Morning Circle.*cancelled/);
    await expect(results.last()).toContainText(/Grief Support.*Cancelled/);
    await expectAccessible(page);
  });
});

test('staff: is not offered to cancel, to plan or to close anything', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, friday } = await openClinicWithFriday();
  await signInAs(page, clinic, 'staff');
  await schedule.open(clinic, 'week', friday);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Print this week', 'Download my sessions (.ics)', 'Subscribe…']);
  for (const dialog of ['cancel-several', 'series']) {
    await shell.open(clinic, `pm/schedule?view=week&date=${friday}&dialog=${dialog}&on=${friday}`);
    await expect(schedule.session('Morning Circle')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await shell.open(clinic, 'settings/organization');
  await expect(page.getByText('No closed day is coming up.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add closed day' })).toHaveCount(0);
});
