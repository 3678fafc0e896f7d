import { expectAccessible } from '../commands/accessibility.ts';
import { readCalendar, readDownload } from '../commands/calendar-file.ts';
import { openClinic } from '../commands/clinic.ts';
import { addDays, dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createSession, fillGroup } from '../commands/records.ts';
import { closeDay } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic with Fay's Morning Circle, in which two patients have a seat, and a group of nobody's. */
async function openClinicWithPatients() {
  const clinic = await openClinic();
  const facilitator_id = clinic.people.facilitator.userId;
  const morning = await createGroup(clinic, { name: 'Morning Circle', facilitator_id, location: 'Room 1' });
  const grief = await createGroup(clinic, { name: 'Grief; Loss, and Support', location: 'Room 2' });
  await fillGroup(clinic, morning, 2);
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const at = { start_time: '10:00', end_time: '11:00' };
  const first = await createSession(clinic, { ...at, group_definition_id: morning, session_date: date });
  await createSession(clinic, { ...at, group_definition_id: morning, session_date: addDays(date, 1) });
  await createSession(clinic, { ...at, group_definition_id: grief, session_date: date });
  const entry = {
    summary: expect.stringContaining('Morning Circle'),
    location: 'Room 1',
    start: `${date}T10:00:00`,
    end: `${date}T11:00:00`,
    zone: 'America/New_York',
    status: 'CONFIRMED',
  };
  return { clinic, date, first, morning, entry };
}

test('facilitator: a calendar program follows a personal link without signing in, until it is renewed or revoked', async ({
  page,
  request,
}) => {
  const schedule = new SchedulePage(page);
  const { clinic, date, first, entry } = await openClinicWithPatients();
  const dialog = page.getByRole('dialog', { name: 'Subscribe to the schedule' });
  await signInAs(page, clinic, 'facilitator');
  await schedule.open(clinic, 'week', date);

  const link = await test.step('When a link is made, Then it is shown this once', async () => {
    await schedule.chooseMore('Subscribe…');
    await dialog.getByRole('button', { name: 'Make a link: My sessions' }).click();
    await expectAccessible(page);
    return dialog.getByRole('textbox', { name: 'Calendar link' }).inputValue();
  });

  const uid = await test.step('Then a calendar program reads the own sessions, and no patient’s name', async () => {
    const answer = await request.get(link);
    expect(answer.headers()['content-type']).toContain('text/calendar');
    const text = await answer.text();
    expect(text).not.toMatch(/Seated|Person 1/);
    const entries = readCalendar(text);
    expect(entries).toHaveLength(2);
    const read = entries.find(({ start }) => start.startsWith(date));
    expect(read).toMatchObject(entry);
    return read?.uid;
  });

  await test.step('When the session is moved and cancelled, Then the link says so of the same entry', async () => {
    const { client } = clinic.people.org_admin;
    await client
      .from('pm_group_schedule')
      .update({ start_time: '13:00', end_time: '14:00' })
      .eq('id', first)
      .throwOnError();
    await client.rpc('pm_cancel_session', { session_id: first, reason: 'Snow' }).throwOnError();
    const entries = readCalendar(await (await request.get(link)).text());
    expect(entries.find((each) => each.uid === uid)).toMatchObject({ start: `${date}T13:00:00`, status: 'CANCELLED' });
  });

  await test.step('When it is renewed, Then the old one stops at once; revoked, the new one too', async () => {
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('button', { name: 'Make a new link: My sessions' }).click();
    await page
      .getByRole('dialog', { name: 'Make a new link?' })
      .getByRole('button', { name: 'Make a new link' })
      .click();
    const renewed = await dialog.getByRole('textbox', { name: 'Calendar link' }).inputValue();
    expect((await request.get(link)).status()).toBe(404);
    expect((await request.get(renewed)).status()).toBe(200);
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('button', { name: 'Revoke the link: My sessions' }).click();
    await page.getByRole('dialog', { name: 'Revoke this link?' }).getByRole('button', { name: 'Revoke link' }).click();
    await expect(dialog.getByRole('button', { name: 'Make a link: My sessions' })).toBeVisible();
    expect((await request.get(renewed)).status()).toBe(404);
  });
});

test('facilitator: downloads one session, a group and the own sessions as .ics files', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const { clinic, date, first, morning, entry } = await openClinicWithPatients();
  const second = { ...entry, start: `${addDays(date, 1)}T10:00:00`, end: `${addDays(date, 1)}T11:00:00` };
  const saved = async (save: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), save()]);
    return { name: download.suggestedFilename(), entries: await readDownload(download) };
  };
  const byStart = expect.arrayContaining([expect.objectContaining(entry), expect.objectContaining(second)]);
  await signInAs(page, clinic, 'facilitator');

  await test.step('When the session’s own file is saved, Then it holds that session', async () => {
    await shell.open(clinic, `pm/schedule?view=week&date=${date}&session=${first}`);
    const { name, entries } = await saved(() => schedule.panel.getByRole('button', { name: 'Download .ics' }).click());
    expect(name).toBe(`morning-circle-${date}.ics`);
    expect(entries).toEqual([expect.objectContaining(entry)]);
  });

  await test.step('When the own sessions are saved, Then the file holds both and no other', async () => {
    const { entries } = await saved(() => schedule.chooseMore('Download my sessions (.ics)'));
    expect(entries).toHaveLength(2);
    expect(entries).toEqual(byStart);
  });

  await test.step('When the group’s are saved, Then the file holds both', async () => {
    await shell.open(clinic, `pm/groups/${morning}/sessions`);
    const { name, entries } = await saved(() => page.getByRole('button', { name: 'Download .ics' }).click());
    expect(name).toBe('morning-circle.ics');
    expect(entries).toHaveLength(2);
    expect(entries).toEqual(byStart);
  });
});

test('facilitator: prints a week on one page, with what is cancelled and closed in words', async ({ page }) => {
  const schedule = new SchedulePage(page);
  const { clinic, date, first } = await openClinicWithPatients();
  await closeDay(clinic, addDays(date, 2), 'Staff retreat');
  await clinic.people.org_admin.client.rpc('pm_cancel_session', { session_id: first, reason: 'Snow' }).throwOnError();
  await signInAs(page, clinic, 'facilitator');
  await schedule.open(clinic, 'week', date);
  await schedule.chooseMore('Print this week');
  const sheet = page.getByRole('article');

  await test.step('Given the sheet of the week, Then each session has its words', async () => {
    await expect(sheet).toContainText(clinic.name);
    const morning = sheet.getByRole('cell').filter({ hasText: 'Morning Circle' });
    await expect(morning).toHaveCount(2);
    await expect(morning.filter({ hasText: 'Cancelled' })).toHaveText(/10:00–11:00 AM.*Fay Facilitator · Room 1/);
    await expect(morning.filter({ hasNotText: 'Cancelled' })).toHaveText(/10:00–11:00 AM.*2\/10.*Fay Facilitator/);
    await expect(sheet.getByRole('cell').filter({ hasText: 'Grief; Loss, and Support' })).toContainText('Room 2');
    await expect(sheet.getByRole('columnheader', { name: 'Friday' })).toContainText('Closed: Staff retreat');
    await expect(sheet).not.toContainText('Seated');
    await expectAccessible(page);
  });

  await test.step('When it is printed, Then only the sheet is on the paper, and it is one page', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(new Shell(page).navigation).toBeHidden();
    await expect(sheet).toBeVisible();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
