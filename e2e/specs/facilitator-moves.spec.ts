import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek, spokenDate } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { PHONE } from '../commands/screens.ts';
import { createSeries, readSessions } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Finger } from '../commands/touch.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { Shell } from '../pages/shell.ts';

test('facilitator: drops a session where the room is taken, schedules it anyway, and takes that back', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const clinic = await openClinic();
  const tuesday = dayOfCalmWeek(clinic.timezone, 2);
  const wednesday = dayOfCalmWeek(clinic.timezone, 3);
  const circle = await createGroup(clinic, { name: 'Morning Circle', location: 'Room 1' });
  const grief = await createGroup(clinic, { name: 'Grief Support', group_type: 'support', location: 'Room 1' });
  const at = { start_time: '10:00', end_time: '11:00' };
  await createSession(clinic, { group_definition_id: circle, session_date: wednesday, ...at });
  const taker = await createSession(clinic, { group_definition_id: grief, session_date: tuesday, ...at });
  const session = schedule.session('Morning Circle');

  await test.step('When it is dropped on the other session, Then it goes back, and the toast offers to do it anyway', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', wednesday);
    await schedule.move(session, tuesday, 10);
    const refusal = shell.toast('Room 1 is already taken by');
    await expect(refusal).toContainText('Grief Support');
    await expect(session).toHaveAccessibleName(new RegExp(spokenDate(wednesday)));
    await expectAccessible(page);
    await refusal.getByRole('button', { name: 'Schedule anyway' }).click();
  });

  await test.step('Then calendar and panel say that it is scheduled anyway, and what it overlaps', async () => {
    await expect(session).toHaveAccessibleName(
      new RegExp(`${spokenDate(tuesday)}, 10:00–11:00 AM, .*Scheduled anyway`),
    );
    await session.click();
    const note = schedule.panel.getByRole('note').filter({ hasText: 'Scheduled anyway' });
    await expect(note).toContainText('Grief Support');
    await expectAccessible(page);
  });

  await test.step('When the other is cancelled, Then it can be taken back, and the badge is gone', async () => {
    await clinic.people.org_admin.client
      .rpc('pm_cancel_session', { session_id: taker, reason: 'Facilitator ill' })
      .throwOnError();
    await schedule.panel.getByRole('button', { name: 'Keep people and room free again' }).click();
    await expect(shell.toast('The people and the room of Morning Circle are kept free for it again.')).toBeVisible();
    await expect(schedule.panel.getByText('Scheduled anyway')).toHaveCount(0);
    await expect(session).not.toHaveAccessibleName(/Scheduled anyway/);
  });
});

test('facilitator: dragging a session of a series asks which are meant; by keys, with Escape and Undo', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const clinic = await openClinic();
  const tuesdays = [0, 1, 2].map((week) => dayOfCalmWeek(clinic.timezone, 2 + 7 * week));
  const groupId = await createGroup(clinic, { name: 'DBT Skills', location: 'Room 1' });
  await createSeries(clinic, groupId, 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', tuesdays);
  const second = tuesdays[1] ?? '';
  const session = schedule.session('DBT Skills');
  const question = page.getByRole('dialog', { name: 'Move DBT Skills?' });
  const times = async () => (await readSessions(clinic, groupId)).map(({ start_time }) => start_time.slice(0, 5));

  await test.step('When it is dragged and Escape pressed, Then it is where it was', async () => {
    await signInAs(page, clinic, 'facilitator');
    await schedule.open(clinic, 'week', second);
    await schedule.move(session, second, 11);
    await expect(question.getByRole('button', { name: /^Only this session/ })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(session).toHaveAccessibleName(/9:00–10:00 AM/);
    expect(await times()).toEqual(['09:00', '09:00', '09:00']);
  });

  await test.step('When this and the following are meant, Then they move, and Undo brings them back', async () => {
    await schedule.move(session, second, 11);
    await expect(question.getByRole('button', { name: /^Only this session/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const moved = shell.toast('2 sessions of DBT Skills are moved.');
    await expect(moved).toBeVisible();
    await expect(session).toHaveAccessibleName(/11:00 AM–12:00 PM/);
    expect(await times()).toEqual(['09:00', '11:00', '11:00']);
    await moved.getByRole('button', { name: 'Undo' }).click();
    await expect(session).toHaveAccessibleName(/9:00–10:00 AM/);
    expect(await times()).toEqual(['09:00', '09:00', '09:00']);
  });

  await test.step('When only it is meant, Then the others stay', async () => {
    await schedule.move(session, second, 10);
    await question.getByRole('button', { name: /^Only this session/ }).click();
    await expect(shell.toast('DBT Skills is now on')).toContainText('10:00–11:00 AM');
    expect(await times()).toEqual(['09:00', '10:00', '09:00']);
  });
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('facilitator: a swipe scrolls the day, a long press and a slide move the session', async ({ page }) => {
    const shell = new Shell(page);
    const schedule = new SchedulePage(page);
    const finger = new Finger(page);
    const clinic = await openClinic();
    const tuesday = dayOfCalmWeek(clinic.timezone, 2);
    const groupId = await createGroup(clinic, { name: 'Morning Circle', location: 'Room 1' });
    await createSession(clinic, {
      group_definition_id: groupId,
      session_date: tuesday,
      start_time: '10:00',
      end_time: '11:00',
    });
    const session = schedule.session('Morning Circle');
    const scrolled = () => page.evaluate(() => window.scrollY);

    await test.step('When the finger swipes over the session, Then the page scrolls and nothing moves', async () => {
      await signInAs(page, clinic, 'facilitator');
      await schedule.open(clinic, 'day', tuesday);
      const from = await schedule.middle(session);
      await finger.down(from);
      await finger.slide(from, { x: from.x, y: from.y - 220 });
      await finger.up();
      await expect.poll(scrolled).toBeGreaterThan(50);
      await expect(session).toHaveAccessibleName(/10:00–11:00 AM/);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('When it is pressed for long and slid two hours on, Then it is there', async () => {
      await page.evaluate(() => window.scrollTo(0, 0));
      await expect.poll(scrolled).toBe(0);
      const from = await schedule.middle(session);
      const hour = await schedule.hourHeight();
      const to = { x: from.x, y: from.y + 2 * hour };
      await finger.down(from);
      await schedule.lifted.waitFor();
      await finger.slide(from, to);
      await finger.up();
      await expect(shell.toast('Morning Circle is now on')).toContainText('12:00–1:00 PM');
      await expect(session).toHaveAccessibleName(/12:00–1:00 PM/);
      await expectAccessible(page);
    });
  });
});
