import type { Page } from '@playwright/test';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { PermissionsPage } from '../pages/permissions-page.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SessionDialog } from '../pages/session-dialog.ts';
import { Shell } from '../pages/shell.ts';

const withinASecond = { timeout: 1_000 };

/** Waits until the window has joined the topic of its organization, whatever it does until then. */
async function untilListening(page: Page, clinic: Clinic, act: () => Promise<void>): Promise<void> {
  const joined = new Promise<void>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const text = String(payload);
        if (text.includes(`realtime:organization:${clinic.id}`) && text.includes('"ok"')) resolve();
      }),
    );
  });
  await act();
  await joined;
}

test('what one person does shows in the other’s window within a second: seats, waitlist, permissions, calendar', async ({
  page,
  otherWindow,
}) => {
  const clinic = await openClinic();
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const groupId = await createGroup(clinic, { name: 'Morning Circle', max_capacity: 3 });
  await fillGroup(clinic, groupId, 2);
  await createPatient(clinic, 'Sita', 'Seat');
  await createPatient(clinic, 'Will', 'Waits');
  await signInAs(page, clinic, 'org_admin');
  const here = new EnrollmentsPage(page);
  const there = new EnrollmentsPage(otherWindow);

  await test.step('Given two people look at the same group', async () => {
    await signInAs(otherWindow, clinic, 'org_admin');
    await untilListening(otherWindow, clinic, () => there.open(clinic, groupId));
    await here.open(clinic, groupId);
    await expect(there.roster.getByRole('row', { name: 'Seated Person' })).toHaveCount(2);
  });

  await test.step('When one enrolls two for one seat, Then the other sees the seat and the place on the waitlist', async () => {
    await here.openDialog();
    await here.choose('Sit', 'Sita Seat');
    await here.submit.click();
    await expect(here.dialog.getByText('Sita Seat has seat 3 of 3.')).toBeVisible();
    await expect(there.roster.getByRole('row', { name: 'Sita Seat' })).toBeVisible(withinASecond);
    await here.choose('Wil', 'Will Waits');
    await here.submit.click();
    await expect(here.dialog.getByText(/^Will Waits is on the waitlist, place 1\./)).toBeVisible();
    await expect(there.waiting('Will Waits')).toBeVisible(withinASecond);
    await here.closeDialog();
  });

  await test.step('When one switches a permission off, Then it is off in the other’s matrix', async () => {
    const toggle = (window: Page) => new PermissionsPage(window).toggle('Front desk', 'Create patients');
    await untilListening(otherWindow, clinic, () => new Shell(otherWindow).open(clinic, 'settings/permissions'));
    await expect(toggle(otherWindow)).toBeChecked();
    await new Shell(page).open(clinic, 'settings/permissions');
    await toggle(page).press('Space');
    await expect(toggle(page)).not.toBeChecked();
    await expect(toggle(otherWindow)).not.toBeChecked(withinASecond);
  });

  await test.step('When one schedules a session, Then it is in the other’s calendar', async () => {
    const calendar = new SchedulePage(otherWindow);
    await untilListening(otherWindow, clinic, () => calendar.open(clinic, 'Week', date));
    const dialog = new SessionDialog(page);
    await new Shell(page).open(
      clinic,
      `pm/schedule?view=week&date=${date}&dialog=new&group=${groupId}&on=${date}&from=10:00&until=11:00`,
    );
    await dialog.schedule.click();
    await expect(new Shell(page).toast('Morning Circle is scheduled for')).toBeVisible();
    await expect(calendar.session('Morning Circle')).toBeVisible(withinASecond);
  });
});
