import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek, spokenDate } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SessionDialog } from '../pages/session-dialog.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic in which two groups want the same room and the same person at ten. */
async function openBusyClinic() {
  const clinic = await openClinic();
  const facilitator_id = clinic.people.facilitator.userId;
  const morning = await createGroup(clinic, { name: 'Morning Circle', facilitator_id, location: 'Room 1' });
  const grief = await createGroup(clinic, { name: 'Grief Support', location: 'Room 2' });
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const at = { session_date: date, start_time: '10:00', end_time: '11:00' };
  const first = await createSession(clinic, { ...at, group_definition_id: morning });
  return { clinic, morning, grief, date, at, first };
}

test('facilitator: a session is scheduled anyway, says so, and gives that up when it no longer overlaps', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const dialog = new SessionDialog(page);
  const { clinic, grief, date } = await openBusyClinic();
  await signInAs(page, clinic, 'facilitator');

  await test.step('Given a new session in the room that is taken', async () => {
    await shell.open(
      clinic,
      `pm/schedule?view=day&date=${date}&dialog=new&group=${grief}&on=${date}&from=10:30&until=11:30&room=Room+1`,
    );
    await expect(dialog.root).toContainText('Room 1 is already taken by "Morning Circle"');
    await expectAccessible(page);
  });

  await test.step('When it is scheduled without a word, Then it is refused; with the tick, it is scheduled', async () => {
    await dialog.schedule.click();
    await expect(dialog.root.getByRole('alert')).toContainText('Room 1 is already taken');
    await dialog.root.getByRole('checkbox', { name: 'Schedule anyway' }).check();
    await dialog.schedule.click();
    await expect(shell.toast('Grief Support is scheduled')).toBeVisible();
  });

  await test.step('Then its panel names what it overlaps, and the tick stays while it does', async () => {
    await schedule.session('Grief Support').click();
    await expect(schedule.panel).toContainText('Scheduled anyway');
    await expect(schedule.panel).toContainText('Room 1 is already taken by "Morning Circle"');
    await expectAccessible(page);
    await schedule.panel.getByRole('button', { name: 'Keep people and room free again' }).click();
    await expect(schedule.panel.getByRole('alert')).toContainText('Not yet. Room 1 is already taken');
  });

  await test.step('When it has another room, Then it can be given up', async () => {
    await schedule.panel.getByRole('button', { name: 'Other room' }).click();
    const rooms = page.getByRole('dialog', { name: 'Other room' });
    await expect(rooms.getByRole('radio', { name: /Room 2.*Free/ })).toBeEnabled();
    await expectAccessible(page);
    await rooms.getByRole('radio', { name: /Room 2/ }).click();
    await rooms.getByRole('button', { name: 'Move to this room' }).click();
    await expect(schedule.panel).toContainText('Nothing overlaps with it now.');
    await schedule.panel.getByRole('button', { name: 'Keep people and room free again' }).click();
    await expect(shell.toast('are kept free for it again')).toBeVisible();
    await expect(schedule.panel).not.toContainText('Scheduled anyway');
  });
});

test('facilitator: a substitute is chosen among those who are free, and taken back', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, grief, at, date, first } = await openBusyClinic();
  await createSession(clinic, {
    ...at,
    group_definition_id: grief,
    facilitator_id: clinic.people.staff.userId,
  });
  await signInAs(page, clinic, 'facilitator');
  await shell.open(clinic, `pm/schedule?view=day&date=${date}&session=${first}`);

  await test.step('When somebody else is to lead, Then it is seen who is busy', async () => {
    await schedule.panel.getByRole('button', { name: 'Substitute' }).click();
    const dialog = page.getByRole('dialog', { name: 'Substitute' });
    await expect(dialog.getByRole('radio', { name: /Stella Staff.*Taken by Grief Support/ })).toBeDisabled();
    await expect(dialog.getByRole('radio', { name: /Fay Facilitator/ })).toHaveCount(0);
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: /Ada Admin.*Free/ }).click();
    await dialog.getByRole('button', { name: 'Substitute' }).click();
    await expect(schedule.panel).toContainText('Ada Admin');
  });

  await test.step('When it is undone, Then the session is as it was', async () => {
    await shell.toast('Ada Admin is now facilitator').getByRole('button', { name: 'Undo' }).click();
    await expect(schedule.panel).toContainText('Fay Facilitator');
  });
});

test('org admin: the clinic closes for a day, with a reason of its own list', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, grief, at, date } = await openBusyClinic();
  await createSession(clinic, { ...at, group_definition_id: grief });
  await signInAs(page, clinic, 'org_admin');

  await test.step('Given the organization keeps its reasons', async () => {
    await shell.open(clinic, 'settings/organization');
    await page.getByRole('combobox', { name: 'Reasons to choose from' }).fill('Burst pipe, no water');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save reasons' }).click();
    await expect(shell.toast('The cancellation reasons were saved.')).toBeVisible();
  });

  await test.step('When the sessions of the day are cancelled, Then the number is asked for once more', async () => {
    await shell.open(clinic, `pm/schedule?view=day&date=${date}&dialog=cancel-several&on=${date}`);
    const dialog = page.getByRole('dialog', { name: 'Cancel several sessions' });
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

  await test.step('Then both are cancelled with the reason, and the day is listed as closed', async () => {
    await expect(schedule.session('Morning Circle')).toHaveAccessibleName(/Cancelled/);
    await schedule.session('Grief Support').click();
    await expect(schedule.panel).toContainText('Burst pipe, no water');
    await shell.open(clinic, 'settings/organization');
    const days = page.getByRole('list', { name: 'Closed days' });
    await expect(days).toContainText(spokenDate(date));
    await expectAccessible(page);
    await days.getByRole('button', { name: 'Delete Burst pipe' }).click();
    await expect(page.getByText('No closed day is coming up.')).toBeVisible();
    await shell.toast('is no closed day any more').getByRole('button', { name: 'Undo' }).click();
    await expect(days).toContainText('Burst pipe');
  });
});

test('staff: a calendar link shows the sessions without signing in, until it is revoked', async ({ page, request }) => {
  const shell = new Shell(page);
  const { clinic, morning } = await openBusyClinic();
  await signInAs(page, clinic, 'staff');
  await shell.open(clinic, `pm/groups/${morning}/sessions?dialog=subscribe`);
  const dialog = page.getByRole('dialog', { name: 'Subscribe to the schedule' });

  const link = await test.step('When a link is made, Then it is shown this once', async () => {
    await dialog.getByRole('button', { name: 'Make a link: All sessions' }).click();
    await expectAccessible(page);
    return dialog.getByRole('textbox', { name: 'Calendar link' }).inputValue();
  });

  await test.step('Then a calendar program reads it', async () => {
    const answer = await request.get(link);
    expect(answer.headers()['content-type']).toContain('text/calendar');
    expect(await answer.text()).toContain('SUMMARY:Morning Circle');
  });

  await test.step('When it is renewed, Then the old one stops at once; revoked, the new one too', async () => {
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('button', { name: 'Make a new link: All sessions' }).click();
    await page
      .getByRole('dialog', { name: 'Make a new link?' })
      .getByRole('button', { name: 'Make a new link' })
      .click();
    const renewed = await dialog.getByRole('textbox', { name: 'Calendar link' }).inputValue();
    expect((await request.get(link)).status()).toBe(404);
    expect((await request.get(renewed)).status()).toBe(200);
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('button', { name: 'Revoke the link: All sessions' }).click();
    await page.getByRole('dialog', { name: 'Revoke this link?' }).getByRole('button', { name: 'Revoke link' }).click();
    await expect(dialog.getByRole('button', { name: 'Make a link: All sessions' })).toBeVisible();
    expect((await request.get(renewed)).status()).toBe(404);
  });
});
