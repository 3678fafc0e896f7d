import type { Page } from '@playwright/test';
import { expectAccessible } from '../commands/accessibility.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { addDays, dayOfCalmWeek, shortDate, spokenDate, typedDate } from '../commands/dates.ts';
import { tabTo } from '../commands/keyboard.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { expectNoSidewaysScroll, PHONE } from '../commands/screens.ts';
import { closeDay, readSessions } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SeriesDialog } from '../pages/series-dialog.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic where DBT Skills, led by Fay in Room 1, is to meet on so many Tuesdays; and another group without a plan. */
async function openClinicWithRule(count: number) {
  const clinic = await openClinic();
  const tuesdays = Array.from({ length: count }, (_, week) => dayOfCalmWeek(clinic.timezone, 2 + 7 * week));
  const groupId = await createGroup(clinic, {
    name: 'DBT Skills',
    facilitator_id: clinic.people.facilitator.userId,
    location: 'Room 1',
    start_date: tuesdays[0] ?? null,
    recurrence_rule: `FREQ=WEEKLY;BYDAY=TU;COUNT=${count}`,
  });
  const otherId = await createGroup(clinic, { name: 'Grief Support', group_type: 'support' });
  return { clinic, groupId, otherId, tuesdays, days: tuesdays.map((day) => shortDate(day, clinic.timezone)) };
}

function take(clinic: Clinic, groupId: string, date: string | undefined, values: { location?: string } = {}) {
  return createSession(clinic, {
    group_definition_id: groupId,
    session_date: date ?? '',
    start_time: '09:00',
    end_time: '10:00',
    ...values,
  });
}

test('facilitator: a series from the group’s rule, its conflicts mended date by date, a closed day left out', async ({
  page,
}) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  const series = new SeriesDialog(page);
  const { clinic, groupId, otherId, tuesdays, days } = await openClinicWithRule(5);
  const [first = '', second = '', third = '', fourth = ''] = days;
  await take(clinic, otherId, tuesdays[0], { location: 'Room 1' });
  await take(clinic, otherId, tuesdays[1], { location: 'Room 1' });
  const led = await createGroup(clinic, { name: 'Led by Fay', facilitator_id: clinic.people.facilitator.userId });
  await take(clinic, led, tuesdays[2]);
  await closeDay(clinic, tuesdays[3] ?? '', 'Staff retreat');

  await test.step('Given the planner of the group, Then it reads the rule back and marks what stands in the way', async () => {
    await signInAs(page, clinic, 'facilitator');
    await series.openForGroup(clinic, groupId);
    await expect(series.root).toContainText('Every week on Tuesday, 5 times');
    await expect(series.root).toContainText('5 sessions, 3 conflicts, 1 skipped');
    await expect(series.row(first)).toContainText('Room 1 is taken by “Grief Support”, 9:00–10:00 AM.');
    await expect(series.row(third)).toContainText('Fay Facilitator is taken by “Led by Fay”, 9:00–10:00 AM.');
    await expect(series.row(fourth)).toContainText('Closed: Staff retreat');
    await expect(series.tick(fourth)).not.toBeChecked();
    await expect(series.save(/^Schedule \d+ sessions$/)).toBeDisabled();
    await expectAccessible(page);
  });

  await test.step('When one date is moved, one gets another room and one a substitute, Then all are free', async () => {
    const moved = await series.change(first);
    await moved.getByRole('textbox', { name: 'Date' }).fill(typedDate(addDays(tuesdays[0] ?? '', 1)));
    await page.keyboard.press('Tab');
    await expect(moved).toContainText(`Moved to ${shortDate(addDays(tuesdays[0] ?? '', 1), clinic.timezone)}`);
    await expect(moved).toContainText('Free');
    await series.finish(first);

    const elsewhere = await series.change(second);
    await elsewhere.getByRole('combobox', { name: 'Location' }).fill('Room 2');
    await page.keyboard.press('Tab');
    await expect(elsewhere).toContainText('In Room 2');
    await series.finish(second);

    const substituted = await series.change(third);
    await substituted.getByRole('combobox', { name: 'Facilitator', exact: true }).fill('Fred');
    await page.getByRole('option', { name: 'Fred Desk' }).click();
    await expect(substituted).toContainText('With Fred Desk');
    await expectAccessible(page);
    await series.finish(third);
    await expect(series.root).toContainText('5 sessions, no conflicts, 1 skipped');
  });

  await test.step('When it is saved, Then the calendar shows the sessions as planned, and none on the closed day', async () => {
    await series.save('Schedule 4 sessions').click();
    await expect(shell.toast('4 sessions of DBT Skills are scheduled.')).toBeVisible();
    await expect(series.root).toBeHidden();
    await schedule.open(clinic, 'week', tuesdays[0] ?? '');
    const wednesday = spokenDate(addDays(tuesdays[0] ?? '', 1));
    await expect(schedule.session('DBT Skills')).toHaveAccessibleName(new RegExp(`${wednesday}, 9:00–10:00 AM`));
    await page.getByRole('button', { name: 'Next week' }).click();
    await expect(schedule.session('DBT Skills')).toHaveAccessibleName(/with Fay Facilitator, Room 2/);
    await page.getByRole('button', { name: 'Next week' }).click();
    await expect(schedule.session('DBT Skills')).toHaveAccessibleName(/with Fred Desk, Room 1/);
    await page.getByRole('button', { name: 'Next week' }).click();
    await expect(page.getByText('No sessions in this week.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Next week' }).click();
    await expect(schedule.session('DBT Skills')).toHaveAccessibleName(/9:00–10:00 AM, .*with Fay Facilitator, Room 1/);
  });
});

test('facilitator: schedules a series by the keyboard alone, and leaves a date out', async ({ page }) => {
  const shell = new Shell(page);
  const series = new SeriesDialog(page);
  const { clinic, groupId, days, tuesdays } = await openClinicWithRule(3);
  await signInAs(page, clinic, 'facilitator');
  await shell.open(clinic, 'pm/schedule');

  await test.step('When the menu is opened by keys and the group typed, Then its dates are there', async () => {
    await tabTo(page, page.getByRole('button', { name: 'More', exact: true }));
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Schedule a series' });
    await item.waitFor();
    for (let pressed = 0; pressed < 6 && !(await isFocused(item)); pressed += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, series.root.getByRole('combobox', { name: 'Group' }));
    await page.keyboard.type('DBT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(series.root).toContainText('3 sessions, no conflicts');
  });

  await test.step('When a date is unticked and the button pressed, Then the other two are scheduled', async () => {
    await tabTo(page, series.tick(days[1] ?? ''));
    await page.keyboard.press('Space');
    await expect(series.root).toContainText('3 sessions, no conflicts, 1 skipped');
    await tabTo(page, series.save('Schedule 2 sessions'));
    await page.keyboard.press('Enter');
    await expect(shell.toast('2 sessions of DBT Skills are scheduled.')).toBeVisible();
    const dates = (await readSessions(clinic, groupId)).map(({ session_date }) => session_date);
    expect(dates).toEqual([tuesdays[0], tuesdays[2]]);
  });
});

test('facilitator: a pasted rule that is wrong is explained and kept; a right one is taken with its start', async ({
  page,
}) => {
  const shell = new Shell(page);
  const series = new SeriesDialog(page);
  const { clinic, groupId, tuesdays } = await openClinicWithRule(2);
  const start = addDays(tuesdays[0] ?? '', 7);
  await signInAs(page, clinic, 'facilitator');
  await series.openForGroup(clinic, groupId);

  await test.step('When a rule is pasted that no calendar knows, Then words say which part, and the text stays', async () => {
    await chooseKind(page, 'As a rule');
    const text = series.root.getByRole('textbox', { name: 'Recurrence rule' });
    await text.fill('FREQ=WEEKLY;BYDAY=TUE;COUNT=3');
    await expect(series.root.getByText('BYDAY cannot hold “TUE”. Days are MO, TU, WE, TH, FR, SA, SU.')).toBeVisible();
    await expect(text).toHaveValue('FREQ=WEEKLY;BYDAY=TUE;COUNT=3');
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await expect(series.root.getByRole('button', { name: /^Schedule/ })).toBeDisabled();
    await expectAccessible(page);
  });

  await test.step('When it comes as another calendar writes it, Then start, exception and dates are taken', async () => {
    const compact = (date: string) => date.replaceAll('-', '');
    await series.root
      .getByRole('textbox', { name: 'Recurrence rule' })
      .fill(
        [
          `DTSTART;TZID=America/New_York:${compact(start)}T090000`,
          'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3',
          `EXDATE;TZID=America/New_York:${compact(addDays(start, 14))}T090000`,
        ].join('\n'),
      );
    await expect(series.root).toContainText('Every 2 weeks on Tuesday, 3 times');
    await expect(series.root.getByRole('textbox', { name: 'From' })).toHaveValue(typedDate(start));
    await expect(series.tick(shortDate(addDays(start, 14), clinic.timezone))).not.toBeChecked();
    await series.save('Schedule 2 sessions').click();
    await expect(shell.toast('2 sessions of DBT Skills are scheduled.')).toBeVisible();
    const dates = (await readSessions(clinic, groupId)).map(({ session_date }) => session_date);
    expect(dates).toEqual([start, addDays(start, 28)]);
  });
});

test('facilitator: somebody takes a room between preview and saving: told in words, nothing lost, the rest is saved', async ({
  page,
}) => {
  const shell = new Shell(page);
  const series = new SeriesDialog(page);
  const { clinic, groupId, otherId, tuesdays, days } = await openClinicWithRule(3);

  await test.step('Given a plan without conflicts, with notes', async () => {
    await signInAs(page, clinic, 'facilitator');
    await series.openForGroup(clinic, groupId);
    await series.root.getByRole('textbox', { name: 'Notes' }).fill('Bring the workbook');
    await expect(series.root).toContainText('3 sessions, no conflicts');
  });

  await test.step('When another group takes the room and the plan is saved, Then the refusal names it and the form stays', async () => {
    await take(clinic, otherId, tuesdays[1], { location: 'Room 1' });
    await series.save('Schedule 3 sessions').click();
    await expect(series.root.getByRole('alert')).toContainText('Grief Support');
    await expect(series.row(days[1] ?? '')).toContainText('Room 1 is taken by “Grief Support”');
    await expect(series.root.getByRole('textbox', { name: 'Notes' })).toHaveValue('Bring the workbook');
    await expect(series.root).toContainText('3 sessions, 1 conflict');
    await expectAccessible(page);
    expect(await readSessions(clinic, groupId)).toEqual([]);
  });

  await test.step('When the date in conflict is skipped, Then the other two are saved', async () => {
    await series.save('Schedule 2, skip the 1 with a conflict').click();
    await expect(shell.toast('2 sessions of DBT Skills are scheduled.')).toBeVisible();
    const dates = (await readSessions(clinic, groupId)).map(({ session_date }) => session_date);
    expect(dates).toEqual([tuesdays[0], tuesdays[2]]);
  });
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('facilitator: mends a date of a series without scrolling sideways', async ({ page }) => {
    const shell = new Shell(page);
    const series = new SeriesDialog(page);
    const { clinic, groupId, otherId, tuesdays, days } = await openClinicWithRule(3);
    const [first = ''] = days;
    await take(clinic, otherId, tuesdays[0], { location: 'Room 1' });
    await signInAs(page, clinic, 'facilitator');
    await series.openForGroup(clinic, groupId);
    await expect(series.row(first)).toContainText('Room 1 is taken by “Grief Support”');
    const row = await series.change(first);
    await row.getByRole('combobox', { name: 'Location' }).fill('Room 2');
    await expect(row).toContainText('Free');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const box = await series.root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(box, 'pixels beyond the right edge of the dialog').toBe(0);
    await series.save('Schedule 3 sessions').tap();
    await expect(shell.toast('3 sessions of DBT Skills are scheduled.')).toBeVisible();
  });
});

function chooseKind(page: Page, kind: string): Promise<void> {
  return page.getByRole('radiogroup', { name: 'Repeats' }).getByText(kind, { exact: true }).click();
}

function isFocused(target: ReturnType<Page['locator']>): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
