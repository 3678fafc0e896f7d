import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
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
