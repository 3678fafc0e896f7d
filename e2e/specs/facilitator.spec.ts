import { expectAccessible } from '../commands/accessibility.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek, spokenDate } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SessionDialog } from '../pages/session-dialog.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic with two groups that meet in the same room. */
async function openClinicWithOneRoom() {
  const clinic = await openClinic();
  const facilitator_id = clinic.people.facilitator.userId;
  const morning = await createGroup(clinic, { name: 'Morning Circle', facilitator_id, location: 'Room 1' });
  const other = await createGroup(clinic, { name: 'Grief Support', group_type: 'support', location: 'Room 1' });
  const tuesday = dayOfCalmWeek(clinic.timezone, 2);
  const wednesday = dayOfCalmWeek(clinic.timezone, 3);
  return { clinic, morning, other, tuesday, wednesday };
}

function plan(clinic: Clinic, groupId: string, date: string, start: string, end: string): Promise<string> {
  return createSession(clinic, { group_definition_id: groupId, session_date: date, start_time: start, end_time: end });
}

test('facilitator: month, week, day and list show the session, and the back button brings view and date back', async ({
  page,
}) => {
  const schedule = new SchedulePage(page);
  const { clinic, morning, wednesday } = await openClinicWithOneRoom();
  await plan(clinic, morning, wednesday, '10:00', '11:30');
  const session = schedule.session('Morning Circle', `${spokenDate(wednesday)}, 10:00–11:30 AM`);

  await test.step('Given the week of the session', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', wednesday);
    await expect(session).toHaveAccessibleName(/Scheduled, Therapy, with Fay Facilitator, Room 1, 0 of 10 seats/);
    await expectAccessible(page);
  });

  for (const view of ['Month', 'Day', 'List'] as const) {
    await test.step(`When the view is ${view}, Then it shows the session too`, async () => {
      await schedule.view(view).click();
      await expect(page).toHaveURL(new RegExp(`view=${view.toLowerCase()}`));
      await expect(session).toBeVisible();
      await expectAccessible(page);
    });
  }

  await test.step('When the next week is opened and Back is pressed, Then date and view are as before', async () => {
    const shown = (await schedule.title.textContent()) ?? '';
    await page.getByRole('button', { name: 'Next week' }).click();
    await expect(schedule.title).not.toHaveText(shown);
    await expect(session).toBeHidden();
    await page.goBack();
    await expect(schedule.title).toHaveText(shown);
    await expect(session).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('radio', { name: 'Day' })).toBeChecked();
    await expect(session).toBeVisible();
  });
});

test('facilitator: selects a slot with the mouse, and is refused the room that another session has', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const dialog = new SessionDialog(page);
  const { clinic, wednesday } = await openClinicWithOneRoom();

  await test.step('Given an empty week', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', wednesday);
    await expect(page.getByText('No sessions in this week.').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('When a slot is selected and the group chosen, Then the session is there', async () => {
    await schedule.drag(await schedule.point(wednesday, 10.1), await schedule.point(wednesday, 11.4));
    await expect(dialog.hours('Start')).toHaveValue('10');
    await dialog.chooseGroup('Morning Circle');
    await expect(dialog.root).toContainText('Fay Facilitator and Room 1 are free.');
    await expectAccessible(page);
    await dialog.schedule.click();
    await expect(shell.toast('Morning Circle is scheduled for')).toBeVisible();
    await expect(schedule.session('Morning Circle', '10:00–11:30 AM')).toBeVisible();
  });

  await test.step('When another group wants the same room then, Then the refusal names the session that has it', async () => {
    await page.getByRole('button', { name: 'New session' }).click();
    await dialog.root.waitFor();
    await page.goto(
      `/o/${clinic.slug}/pm/schedule?view=week&date=${wednesday}&dialog=new&on=${wednesday}&from=11:00&until=12:00`,
    );
    await dialog.chooseGroup('Grief Support');
    await expect(dialog.root).toContainText(/Room 1 is .*taken.*Morning Circle/);
    await dialog.schedule.click();
    await expect(dialog.root.getByRole('alert').filter({ hasText: 'Room 1 is already taken by' })).toContainText(
      'Morning Circle',
    );
    await expectAccessible(page);
    await dialog.root.getByRole('button', { name: 'Do not schedule' }).click();
    await expect(schedule.session('Grief Support')).toHaveCount(0);
  });
});

test('facilitator: drags a session, takes it back, stretches it; a drop into a conflict is put back with the reason', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, morning, other, tuesday, wednesday } = await openClinicWithOneRoom();
  await plan(clinic, morning, wednesday, '10:00', '11:00');
  await plan(clinic, other, tuesday, '13:00', '14:00');
  const session = schedule.session('Morning Circle');
  const planned = `${spokenDate(wednesday)}, 10:00–11:00 AM`;

  await test.step('Given two sessions in the week', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', wednesday);
    await expect(session).toHaveAccessibleName(new RegExp(planned));
  });

  await test.step('When one is dragged to another day and hour, Then it is there, and Undo brings it back', async () => {
    await schedule.move(session, tuesday, 15);
    await expect(shell.toast('Morning Circle is now on')).toContainText('3:00–4:00 PM');
    await expect(session).toHaveAccessibleName(new RegExp(`${spokenDate(tuesday)}, 3:00–4:00 PM`));
    await expectAccessible(page);
    await shell.toast('Morning Circle is now on').getByRole('button', { name: 'Undo' }).click();
    await expect(session).toHaveAccessibleName(new RegExp(planned));
  });

  await test.step('When its lower edge is dragged, Then it lasts longer', async () => {
    await schedule.resize(session, wednesday, 12);
    await expect(session).toHaveAccessibleName(/10:00 AM–12:00 PM/);
    await expect(shell.toast('10:00 AM–12:00 PM')).toBeVisible();
  });

  await test.step('When it is dropped where the room is taken, Then it goes back and the reason names the other', async () => {
    await schedule.move(session, tuesday, 12.5);
    await expect(shell.toast('Room 1 is already taken by')).toContainText('Grief Support');
    await expect(session).toHaveAccessibleName(new RegExp(`${spokenDate(wednesday)}, 10:00 AM–12:00 PM`));
    await page.reload();
    await expect(session).toHaveAccessibleName(new RegExp(`${spokenDate(wednesday)}, 10:00 AM–12:00 PM`));
  });
});

test('facilitator: moves a session by the keyboard alone', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const dialog = new SessionDialog(page);
  const { clinic, morning, wednesday } = await openClinicWithOneRoom();
  await plan(clinic, morning, wednesday, '10:00', '11:00');
  const session = schedule.session('Morning Circle');

  await test.step('Given the session has the focus', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', wednesday);
    await session.focus();
  });

  await test.step('When Enter opens it and the dialog gets another hour, Then the session moves and keeps its length', async () => {
    await page.keyboard.press('Enter');
    await expect(schedule.panel.getByRole('heading', { name: 'Morning Circle' })).toBeFocused();
    await expectAccessible(page);
    await schedule.panel.getByRole('button', { name: 'Edit' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.root).toBeVisible();
    await expectAccessible(page);
    await dialog.hours('Start').focus();
    await page.keyboard.type('08');
    await expect(dialog.hours('End')).toHaveValue('09');
    await dialog.root.getByRole('button', { name: 'Save changes' }).focus();
    await page.keyboard.press('Enter');
    await expect(shell.toast('Morning Circle is changed.')).toBeVisible();
    await expect(session).toHaveAccessibleName(/8:00–9:00 AM/);
  });

  await test.step('Then Escape closes the panel', async () => {
    await schedule.panel.getByRole('button', { name: 'Close the session' }).focus();
    await page.keyboard.press('Escape');
    await expect(schedule.panel).toBeHidden();
  });
});

test('facilitator: starts and completes a session, and cancels another with the reason', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, morning, tuesday, wednesday } = await openClinicWithOneRoom();
  await plan(clinic, morning, tuesday, '10:00', '11:00');
  await plan(clinic, morning, wednesday, '10:00', '11:00');
  const first = schedule.session('Morning Circle', spokenDate(tuesday));
  const second = schedule.session('Morning Circle', spokenDate(wednesday));

  await test.step('Given the first session is open', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', wednesday);
    await first.click();
  });

  await test.step('When it is started and completed, Then the calendar says so', async () => {
    // A double click asks once.
    await schedule.panel.getByRole('button', { name: 'Start' }).dblclick();
    await page.getByRole('dialog', { name: 'Start it now?' }).getByRole('button', { name: 'Start session' }).click();
    await expect(page.getByRole('dialog', { name: 'Start it now?' })).toHaveCount(0);
    await expect(schedule.panel).toContainText('In progress');
    await expect(first).toHaveAccessibleName(/In progress/);
    await schedule.panel.getByRole('button', { name: 'Complete' }).click();
    await page
      .getByRole('dialog', { name: 'Complete this session?' })
      .getByRole('button', { name: 'Complete session' })
      .click();
    await expect(schedule.panel).toContainText('Completed');
    await expect(first).toHaveAccessibleName(/Completed/);
    await expect(schedule.panel.getByRole('button', { name: 'Cancel session' })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('When the second is cancelled without a reason, Then the dialog asks for it', async () => {
    await second.click();
    await schedule.panel.getByRole('button', { name: 'Cancel session' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel session' });
    await dialog.getByRole('button', { name: 'Cancel session' }).click();
    await expect(dialog).toContainText('Say why the session is cancelled.');
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The room is being painted');
    await dialog.getByRole('button', { name: 'Cancel session' }).click();
    await expect(shell.toast('Morning Circle is cancelled: The room is being painted')).toBeVisible();
  });

  await test.step('Then it stays on the calendar as cancelled, with the reason', async () => {
    await expect(second).toHaveAccessibleName(/Cancelled/);
    await expect(schedule.panel).toContainText('The room is being painted');
    await expect(schedule.panel.getByRole('button', { name: 'Start' })).toHaveCount(0);
    await expectAccessible(page);
  });
});
