import type { Page } from '@playwright/test';
import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek, longDate, spokenDate, todayOf, typedDate } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SessionDialog } from '../pages/session-dialog.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic with a session of Fay's in Room 1 and one of nobody's in Room 2, two hours apart, and one today. */
async function openClinicWithSessions() {
  const clinic = await openClinic();
  const facilitator_id = clinic.people.facilitator.userId;
  const morning = await createGroup(clinic, { name: 'Morning Circle', facilitator_id, location: 'Room 1' });
  const grief = await createGroup(clinic, { name: 'Grief Support', group_type: 'support', location: 'Room 2' });
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const plan = (group_definition_id: string, session_date: string, start_time: string, end_time: string) =>
    createSession(clinic, { group_definition_id, session_date, start_time, end_time });
  await plan(morning, date, '09:00', '10:00');
  await plan(grief, date, '11:00', '12:00');
  await plan(grief, todayOf(clinic.timezone), '11:00', '12:00');
  return { clinic, date };
}

test('facilitator: filters stay in the address over a reload, and an empty calendar says that they hide something', async ({
  page,
}) => {
  const schedule = new SchedulePage(page);
  const { clinic, date } = await openClinicWithSessions();
  const mine = page.getByRole('button', { name: 'Mine', exact: true });
  await signInAs(page, clinic, 'facilitator');
  await schedule.open(clinic, 'week', date);
  await expect(schedule.session('Grief Support')).toBeVisible();

  await test.step('When only my own are wanted, Then the others are gone, also after a reload', async () => {
    await mine.click();
    await expect(schedule.session('Grief Support')).toHaveCount(0);
    await page.reload();
    await expect(mine).toHaveAttribute('aria-pressed', 'true');
    await expect(schedule.session('Morning Circle')).toBeVisible();
    await expect(schedule.session('Grief Support')).toHaveCount(0);
  });

  await test.step('When a room is chosen in which I have none, Then words say that filters hide the rest', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    const filters = page.getByRole('dialog', { name: 'Filters' });
    await filters.getByRole('combobox', { name: 'Location' }).click();
    await filters.getByRole('option', { name: 'Room 2' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/location=Room(\+|%20)2/);
    await expect(page.getByText('No session in this week matches the filters.').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('When they are cleared, Then all are there', async () => {
    await page.getByRole('button', { name: 'Clear them' }).click();
    await expect(schedule.session('Grief Support')).toBeVisible();
    await expect(schedule.session('Morning Circle')).toBeVisible();
    await expect(page).not.toHaveURL(/location=|mine=/);
  });
});

test('facilitator: on a slow network the old week stays until the new one is there, and Back is at once', async ({
  page,
}) => {
  const schedule = new SchedulePage(page);
  const { clinic, date } = await openClinicWithSessions();
  const there = schedule.session('Morning Circle');
  const today = schedule.session('Grief Support', spokenDate(todayOf(clinic.timezone)));
  await signInAs(page, clinic, 'facilitator');
  await schedule.open(clinic, 'week', date);
  await expect(there).toBeVisible();
  const shown = (await schedule.title.textContent()) ?? '';
  const day = page.getByRole('columnheader', { name: longDate(date) });
  const letThrough = await hold(page, /rest\/v1\/pm_group_schedule\?/);

  await test.step('When Today is pressed and the answer is on its way, Then the title says so at once, and the week that was shown is still whole', async () => {
    await page.getByRole('button', { name: 'Today' }).click();
    await expect(page.getByRole('status', { name: 'Loading sessions' })).toBeVisible();
    await expect(schedule.title).not.toHaveText(shown);
    await expect(day).toBeVisible();
    await expect(there).toBeVisible();
    await expect(page.getByText('No sessions in this week.')).toHaveCount(0);
  });

  await test.step('When the answer comes, Then days and sessions change together', async () => {
    letThrough();
    await expect(today).toBeVisible();
    await expect(there).toHaveCount(0);
    await expect(day).toHaveCount(0);
  });

  await test.step('When Back is pressed, Then the week from before is there', async () => {
    await page.goBack();
    await expect(schedule.title).toHaveText(shown);
    await expect(day).toBeVisible();
    await expect(there).toBeVisible();
  });
});

test('facilitator: the day by people and by rooms shows who and what is free, and a free time opens the form', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const dialog = new SessionDialog(page);
  const { clinic, date } = await openClinicWithSessions();
  await signInAs(page, clinic, 'facilitator');

  await test.step('When the day by people is opened, Then each person has a column, and what nobody leads its own', async () => {
    await schedule.open(clinic, 'people', date);
    const fay = page.getByRole('group', { name: 'Fay Facilitator' });
    await expect(fay.getByRole('button', { name: /^Morning Circle, .*9:00–10:00 AM/ })).toBeVisible();
    await expect(fay.getByRole('button', { name: /is free 9:/ })).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'No facilitator' })).toContainText('Grief Support');
    await expectAccessible(page);
  });

  await test.step('When a free time of a person is chosen, Then the form has the person, the day and the time', async () => {
    await page.getByRole('button', { name: /^Fay Facilitator is free 10:00/ }).click();
    await expect(dialog.root.getByRole('combobox', { name: 'Facilitator', exact: true })).toHaveValue(
      'Fay Facilitator',
    );
    await expect(dialog.root.getByRole('textbox', { name: 'Date' })).toHaveValue(typedDate(date));
    await expect(dialog.hours('Start')).toHaveValue('10');
    await dialog.root.getByRole('button', { name: 'Do not schedule' }).click();
    await expect(dialog.root).toBeHidden();
  });

  await test.step('When a free time of a room is chosen by keys, Then the form has the room, and the session appears in its column', async () => {
    await schedule.view('Rooms').click();
    const roomOne = page.getByRole('group', { name: 'Room 1' });
    const free = roomOne.getByRole('button', { name: /^Room 1 is free 10:00/ });
    await expect(free).toBeVisible();
    await expectAccessible(page);
    await roomOne.getByRole('button', { name: /^Morning Circle/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(free).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.chooseGroup('Grief Support');
    await expect(dialog.root.getByRole('combobox', { name: 'Location' })).toHaveValue('Room 1');
    await dialog.schedule.click();
    await expect(shell.toast('Grief Support is scheduled for')).toBeVisible();
    await expect(roomOne.getByRole('button', { name: /^Grief Support, .*10:00/ })).toBeVisible();
  });
});

/** Holds answers back until the returned function is called. */
async function hold(page: Page, requests: RegExp): Promise<() => void> {
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(requests, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}
