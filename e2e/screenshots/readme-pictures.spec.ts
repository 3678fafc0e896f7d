import { expect, type Page, test } from '@playwright/test';
import { excuseDemoPatients, runDemoSession } from '../commands/demo.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SignInPages } from '../pages/sign-in-pages.ts';

const TIME_ZONE = 'America/Phoenix';

test('the week', async ({ page }) => {
  await signIn(page, 'facilitator');
  await page.goto(`/o/riverbend/pm/schedule?view=week&date=${firstWeekday(3)}`);
  await expect(new SchedulePage(page).session('DBT Skills Training').first()).toHaveAccessibleName(/of 10 seats/);
  await settle(page);
  await page.screenshot({ path: 'docs/images/schedule.png' });
});

test('a series before it is saved', async ({ page }) => {
  await signIn(page, 'facilitator');
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.goto('/o/riverbend/pm/groups');
  await page.getByRole('link', { name: 'Grief & Loss' }).click();
  await expect(page).toHaveURL(/groups\/[0-9a-f-]{36}/);
  const group = /groups\/([0-9a-f-]+)/.exec(page.url())?.[1];
  // A time at which DBT Skills Training has the same person and room, for as long as it is scheduled: the last two weeks of the eight ahead.
  await page.goto(
    `/o/riverbend/pm/schedule?dialog=series&group=${group}&on=${firstWeekday(2, 42)}&from=10:00&until=11:00`,
  );
  const dialog = page.getByRole('dialog', { name: 'Schedule a series' });
  await expect(dialog.getByText(/\d+ conflicts?$/).first()).toBeVisible();
  await settle(page);
  await page.screenshot({ path: 'docs/images/series.png' });
});

test('a full group', async ({ page }) => {
  await signIn(page, 'frontdesk');
  // High enough for all ten seats.
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto('/o/riverbend/pm/groups');
  await page.getByRole('link', { name: 'DBT Skills Training' }).click();
  await page.getByRole('tab', { name: 'Enrollments' }).click();
  await expect(page.getByRole('table', { name: 'Waitlist' })).toBeVisible();
  await settle(page);
  await page.screenshot({ path: 'docs/images/full-group.png' });
});

test('enrolling into a full group somebody who is elsewhere at that time', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 760 });
  await signIn(page, 'frontdesk');
  await page.goto('/o/riverbend/pm/groups');
  await page.getByRole('link', { name: 'DBT Skills Training' }).click();
  await page.getByRole('tab', { name: 'Enrollments' }).click();
  await page.getByRole('button', { name: 'Enroll patient' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enroll patients in DBT Skills Training' });
  // From the PHP day program, which has the same mornings.
  await dialog.getByLabel('Find a patient').fill('asa');
  await page.getByRole('option', { name: /Kwame Asante/ }).click();
  await expect(dialog.getByText(/PHP Day Program/)).toBeVisible();
  await settle(page);
  await page.screenshot({ path: 'docs/images/enrolling.png' });
});

test('what each role may do', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/o/riverbend/settings/permissions');
  await expect(page.getByRole('switch', { name: /^Front desk: / }).first()).toBeVisible();
  await settle(page);
  await page.screenshot({ path: 'docs/images/permissions.png' });
});

test('a session that runs', async ({ page }) => {
  await signIn(page, 'facilitator');
  // High enough for all ten seats.
  await page.setViewportSize({ width: 1360, height: 1100 });
  const { id, names } = await runDemoSession('DBT Skills Training');
  await page.goto(`/o/riverbend/pm/sessions/${id}`);
  const session = new SessionPage(page);
  const statuses = ['Present', 'Present', 'Late', 'Present', 'Present', 'Present', 'Absent'];
  for (const [index, status] of statuses.entries()) await session.status(names[index] ?? '', status).click();
  await session.setMinutes(names[2] ?? '', 75);
  await expect(session.progress('3 of 10 to record')).toBeVisible();
  await expect(session.checkIn.getByRole('img')).toBeVisible();
  await settle(page);
  await page.screenshot({ path: 'docs/images/session.png' });
});

test('the hours of a program', async ({ page }) => {
  await signIn(page, 'admin');
  const monday = firstWeekday(1, 1);
  await excuseDemoPatients(monday);
  await page.goto(`/o/riverbend/pm/reports?week=${monday}`);
  await expect(page.getByRole('heading', { name: 'At risk (2)' })).toBeVisible();
  await page.getByRole('button', { name: 'Make-up sessions' }).first().click();
  await expect(page.getByRole('button', { name: /^Book as drop-in/ }).first()).toBeVisible();
  await settle(page);
  await page.screenshot({ path: 'docs/images/program-hours.png' });
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await new SignInPages(page).signIn(`${name}@riverbend.test`, 'quorum-demo');
  await expect(page).toHaveURL(/\/o\/riverbend/);
}

/** Fonts are there, nothing moves, and the mouse points at nothing. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
}

/** The first such weekday (0 is Sunday) of the clinic's calendar, counted from some days after today on. */
function firstWeekday(weekday: number, days = 0): string {
  const date = new Date(`${new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date())}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  date.setUTCDate(date.getUTCDate() + ((7 + weekday - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}
