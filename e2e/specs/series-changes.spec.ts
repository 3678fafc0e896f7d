import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { addDays, dayOfCalmWeek, shortDate, spokenDate, todayOf, weekdayCode } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { createSeries, readSessions } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SeriesDialog } from '../pages/series-dialog.ts';
import { Shell } from '../pages/shell.ts';

/** Four Tuesdays of DBT Skills in Room 1, of which the first is over. */
async function openClinicWithSeries() {
  const clinic = await openClinic();
  const tuesdays = [0, 1, 2, 3].map((week) => dayOfCalmWeek(clinic.timezone, 2 + 7 * week));
  const groupId = await createGroup(clinic, {
    name: 'DBT Skills',
    facilitator_id: clinic.people.facilitator.userId,
    location: 'Room 1',
  });
  const { sessionIds } = await createSeries(clinic, groupId, 'FREQ=WEEKLY;BYDAY=TU;COUNT=4', tuesdays);
  const { client } = clinic.people.org_admin;
  await client.rpc('pm_start_session', { session_id: sessionIds[0] ?? '' }).throwOnError();
  await client.rpc('pm_complete_session', { session_id: sessionIds[0] ?? '' }).throwOnError();
  return { clinic, groupId, tuesdays, sessionIds };
}

test('facilitator: changes one session of a series, then it and the following, then all; what is over stays', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const series = new SeriesDialog(page);
  const { clinic, groupId, tuesdays, sessionIds } = await openClinicWithSeries();
  const otherId = await createGroup(clinic, { name: 'Grief Support', group_type: 'support', location: 'Room 1' });
  await createSession(clinic, {
    group_definition_id: otherId,
    session_date: tuesdays[3] ?? '',
    start_time: '11:00',
    end_time: '12:00',
  });
  const open = (index: number) =>
    shell.open(clinic, `pm/schedule?view=week&date=${tuesdays[index]}&session=${sessionIds[index]}`);
  await signInAs(page, clinic, 'facilitator');

  await test.step('When only the second is moved to another room, Then the others stay', async () => {
    await open(1);
    await expect(schedule.panel).toContainText('Every week on Tuesday · 2 of 4');
    await schedule.panel.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: 'Only this session' }).click();
    const dialog = page.getByRole('dialog', { name: /^Edit session/ });
    await dialog.getByRole('combobox', { name: 'Location' }).fill('Garden');
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await expect(shell.toast('DBT Skills is changed.')).toBeVisible();
    expect((await readSessions(clinic, groupId)).map(({ location }) => location)).toEqual([
      'Room 1',
      'Garden',
      'Room 1',
      'Room 1',
    ]);
  });

  await test.step('When the third and the following are put to eleven o’clock, Then a conflict is shown before anything is saved', async () => {
    await open(2);
    await schedule.panel.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: /^This and following/ }).click();
    await expect(series.root.getByRole('radio', { name: 'This and following (2 sessions)' })).toBeChecked();
    await series.root.getByRole('spinbutton', { name: 'Start, hours' }).focus();
    await page.keyboard.type('11');
    const last = series.root.getByRole('listitem').filter({ hasText: shortDate(tuesdays[3] ?? '', clinic.timezone) });
    await expect(last).toContainText('Room 1 is taken by “Grief Support”, 11:00 AM–12:00 PM.');
    await expectAccessible(page);
    await series.save('Change 1, leave 1 as it is').click();
    await expect(shell.toast('1 session of DBT Skills is changed.')).toBeVisible();
    await expect(series.root).toContainText('These stay as they were:');
    await expect(series.root).toContainText('Grief Support');
    await series.root.getByRole('button', { name: 'Close' }).last().click();
    await expect(schedule.session('DBT Skills', spokenDate(tuesdays[2] ?? ''))).toHaveAccessibleName(
      /11:00 AM–12:00 PM/,
    );
  });

  await test.step('When all are given another room, Then the one changed by hand keeps its own, and the completed one stays', async () => {
    await schedule.panel.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: /^This and following/ }).click();
    await series.root.getByRole('radio', { name: 'All still to come (3 sessions)' }).check();
    await series.root.getByRole('combobox', { name: 'Location' }).fill('Room 7');
    await expect(series.root).toContainText('3 sessions, no conflicts, 1 keeps its own');
    await series.save('Change 2 sessions').click();
    await expect(shell.toast('2 sessions of DBT Skills are changed.')).toBeVisible();
    const sessions = await readSessions(clinic, groupId);
    expect(sessions.map(({ location, start_time, status }) => `${status} ${start_time} ${location}`)).toEqual([
      'completed 09:00:00 Room 1',
      'scheduled 09:00:00 Garden',
      'scheduled 11:00:00 Room 7',
      'scheduled 09:00:00 Room 7',
    ]);
  });
});

test('facilitator: cancels a series from one session on with the reason; the earlier ones and the completed stay', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const series = new SeriesDialog(page);
  const { clinic, groupId, tuesdays, sessionIds } = await openClinicWithSeries();

  await test.step('When the third and the following are to be cancelled, Then the dialog lists them and asks why', async () => {
    await signInAs(page, clinic, 'facilitator');
    await shell.open(clinic, `pm/schedule?view=week&date=${tuesdays[2]}&session=${sessionIds[2]}`);
    await schedule.panel.getByRole('button', { name: 'Cancel session' }).click();
    await page.getByRole('menuitem', { name: /^This and following/ }).click();
    await expect(series.root.getByRole('listitem')).toHaveText([
      new RegExp(shortDate(tuesdays[2] ?? '', clinic.timezone)),
      new RegExp(shortDate(tuesdays[3] ?? '', clinic.timezone)),
    ]);
    await series.save('Cancel 2 sessions').click();
    await expect(series.root).toContainText('Say why');
    await expectAccessible(page);
  });

  await test.step('When the reason is given, Then these two are cancelled and no other', async () => {
    await series.root.getByRole('textbox', { name: 'Reason' }).fill('Fay is on leave');
    await series.save('Cancel 2 sessions').click();
    await expect(shell.toast('2 sessions of DBT Skills cancelled: Fay is on leave')).toBeVisible();
    await expect(schedule.session('DBT Skills')).toHaveAccessibleName(/Cancelled/);
    await expect(schedule.panel).toContainText('Fay is on leave');
    expect((await readSessions(clinic, groupId)).map(({ status }) => status)).toEqual([
      'completed',
      'scheduled',
      'cancelled',
      'cancelled',
    ]);
  });
});

test('facilitator: Home says that a series runs out, and it is extended from there', async ({ page }) => {
  const shell = new Shell(page);
  const series = new SeriesDialog(page);
  const clinic = await openClinic();
  const dates = [2, 9, 16].map((days) => addDays(todayOf(clinic.timezone), days));
  const groupId = await createGroup(clinic, { name: 'Night Owls', location: 'Room 1' });
  await createSeries(clinic, groupId, `FREQ=WEEKLY;BYDAY=${weekdayCode(dates[0] ?? '')};COUNT=3`, dates);
  const next = [23, 30, 37].map((days) => addDays(todayOf(clinic.timezone), days));

  await test.step('Given Home names the series and its last date', async () => {
    await signInAs(page, clinic, 'facilitator');
    await shell.open(clinic, '');
    const home = page.getByRole('region', { name: 'Series running out' });
    await expect(home).toContainText('Night Owls');
    await expect(home).toContainText(`ends on ${shortDate(dates[2] ?? '', clinic.timezone)}`);
    await expectAccessible(page);
    await home.getByRole('link', { name: 'Extend' }).click();
  });

  await test.step('When it is extended, Then it goes on where it ended, and Home is content', async () => {
    for (const date of next) await expect(series.tick(shortDate(date, clinic.timezone))).toBeChecked();
    await expect(series.root).toContainText('3 sessions, no conflicts');
    await expectAccessible(page);
    await series.save('Schedule 3 sessions').click();
    await expect(shell.toast('3 sessions of Night Owls are scheduled.')).toBeVisible();
    expect((await readSessions(clinic, groupId)).map(({ session_date }) => session_date)).toEqual([...dates, ...next]);
    await shell.navigation.getByRole('link', { name: 'Home' }).click();
    await expect(shell.heading).toHaveText('Home');
    await expect(page.getByRole('region', { name: 'Series running out' })).toHaveCount(0);
  });
});
