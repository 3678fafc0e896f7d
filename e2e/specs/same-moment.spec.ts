import type { Page } from '@playwright/test';
import { expectAccessible } from '../commands/accessibility.ts';
import { clickTwice } from '../commands/clicks.ts';
import { type Clinic, openClinic, type RoleKey } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { setPermission } from '../commands/permissions.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { readSeats } from '../commands/seats.ts';
import { readSessions } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { SessionDialog } from '../pages/session-dialog.ts';
import { Shell } from '../pages/shell.ts';

/** A window with a patient chosen and told the last seat; only the click on Enroll is missing. */
async function readyToEnroll(page: Page, clinic: Clinic, role: RoleKey, groupId: string, name: string) {
  const enrollments = new EnrollmentsPage(page);
  await signInAs(page, clinic, role);
  await enrollments.open(clinic, groupId);
  await enrollments.openDialog();
  await enrollments.choose(name.slice(0, 3), name);
  await expect(enrollments.dialog).toContainText('Seat 10 of 10');
  return enrollments;
}

test('two windows take the last seat at the same moment: one seat, one place on the waitlist, both told the truth', async ({
  page,
  otherWindow,
}) => {
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Last Seat', max_capacity: 10 });
  await fillGroup(clinic, groupId, 9);
  await createPatient(clinic, 'Leila', 'Left');
  await createPatient(clinic, 'Ruth', 'Right');

  const [left, right] = await test.step('Given both windows promise seat 10 of 10', () =>
    Promise.all([
      readyToEnroll(page, clinic, 'front_desk', groupId, 'Leila Left'),
      readyToEnroll(otherWindow, clinic, 'org_admin', groupId, 'Ruth Right'),
    ]));

  await test.step('When both enroll at once, Then one has the seat and the other waits, and each window says which', async () => {
    await Promise.all([left.submit.click(), right.submit.click()]);
    const told = await Promise.all([
      left.dialog.getByText(/^Leila Left (has|is) .*\.$/).textContent(),
      right.dialog.getByText(/^Ruth Right (has|is) .*\.$/).textContent(),
    ]);
    expect(told.map((sentence) => sentence?.replace(/^(Leila Left|Ruth Right) /, '')).sort()).toEqual([
      'has seat 10 of 10.',
      'is on the waitlist, place 1. No seat came free in the last 90 days.',
    ]);
    expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 10, waitlisted: 1 });
    const seated = told[0]?.includes('has seat') ? 'Leila Left' : 'Ruth Right';
    const waits = seated === 'Leila Left' ? 'Ruth Right' : 'Leila Left';
    // The window that was quicker has read its lists before the other one came.
    for (const window of [left, right]) {
      await window.open(clinic, groupId);
      await expect(window.roster.getByRole('row', { name: seated })).toBeVisible();
      await expect(window.waitlist.getByRole('row', { name: /Left|Right/ })).toContainText([waits]);
    }
  });
});

test('a double click on Enroll makes one enrollment', async ({ page }) => {
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Last Seat', max_capacity: 10 });
  await fillGroup(clinic, groupId, 9);
  await createPatient(clinic, 'Dora', 'Double');
  const enrollments = await readyToEnroll(page, clinic, 'front_desk', groupId, 'Dora Double');
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /rpc\/pm_(bulk_)?enroll_patients?$/.test(request.url()))
      calls.push(request.url());
  });
  await clickTwice(enrollments.submit);
  await expect(enrollments.dialog.getByText('Dora Double has seat 10 of 10.')).toBeVisible();
  await expect(enrollments.submit).toBeDisabled();
  expect(calls).toHaveLength(1);
  expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 10, waitlisted: 0 });
});

test('a permission that is taken while the dialog is open: the refusal is read in words, and nothing is lost', async ({
  page,
}) => {
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Last Seat', max_capacity: 10 });
  await fillGroup(clinic, groupId, 9);
  await createPatient(clinic, 'Pia', 'Patient');
  const enrollments = await readyToEnroll(page, clinic, 'front_desk', groupId, 'Pia Patient');

  await test.step('When the admin takes the permission and the patient is enrolled, Then words say no', async () => {
    await setPermission(clinic, 'front_desk', 'pm.group_enrollments.create', false);
    await enrollments.submit.click();
    await expect(enrollments.dialog.getByRole('alert')).toContainText(/permission/i);
    await expectAccessible(page);
    expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 9, waitlisted: 0 });
  });

  await test.step('When the permission comes back, Then the same click does it: the choice was kept', async () => {
    await setPermission(clinic, 'front_desk', 'pm.group_enrollments.create', true);
    await enrollments.submit.click();
    await expect(enrollments.dialog.getByText('Pia Patient has seat 10 of 10.')).toBeVisible();
  });
});

/** A window with the form of a session in Room 1 filled in and told that the room is free. */
async function readyToSchedule(page: Page, clinic: Clinic, role: RoleKey, groupId: string, date: string) {
  const dialog = new SessionDialog(page);
  await signInAs(page, clinic, role);
  await new Shell(page).open(
    clinic,
    `pm/schedule?view=day&date=${date}&dialog=new&group=${groupId}&on=${date}&from=10:00&until=11:00&room=Room+1`,
  );
  await dialog.root.getByRole('textbox', { name: 'Notes' }).fill('Bring the workbook');
  await expect(dialog.root).toContainText('Room 1 is free.');
  return dialog;
}

test('two windows take the same room at the same moment: one has it, the other reads why and takes another room', async ({
  page,
  otherWindow,
}) => {
  const clinic = await openClinic();
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const [left, right] = await Promise.all([
    createGroup(clinic, { name: 'Left Circle' }),
    createGroup(clinic, { name: 'Right Circle' }),
  ]);
  const dialogs = await test.step('Given both windows say that the room is free', () =>
    Promise.all([
      readyToSchedule(page, clinic, 'facilitator', left, date),
      readyToSchedule(otherWindow, clinic, 'org_admin', right, date),
    ]));

  const loser =
    await test.step('When both save at once, Then one is scheduled and the other is told who was quicker', async () => {
      await Promise.all(dialogs.map((dialog) => dialog.schedule.click()));
      const ended = await Promise.all(
        dialogs.map(async (dialog) => {
          const refusal = dialog.root.getByRole('alert');
          const done = new Shell(dialog.page).toast('Circle is scheduled for');
          await expect(refusal.or(done).first()).toBeVisible();
          return { dialog, refused: await refusal.isVisible() };
        }),
      );
      expect(ended.map(({ refused }) => refused).sort()).toEqual([false, true]);
      const { dialog } = ended.find(({ refused }) => refused) ?? { dialog: dialogs[0] };
      await expect(dialog.root.getByRole('alert')).toContainText(/Room 1 is already taken by "(Left|Right) Circle"/);
      await expectAccessible(dialog.page);
      return dialog;
    });

  await test.step('When the other chooses another room, Then nothing has to be typed again', async () => {
    await expect(loser.root.getByRole('textbox', { name: 'Notes' })).toHaveValue('Bring the workbook');
    await loser.root.getByRole('combobox', { name: 'Location' }).fill('Room 2');
    await expect(loser.root).toContainText('Room 2 is free.');
    await loser.schedule.click();
    await expect(new Shell(loser.page).toast('Circle is scheduled for')).toBeVisible();
    const sessions = await Promise.all([readSessions(clinic, left), readSessions(clinic, right)]);
    expect(
      sessions
        .flat()
        .map(({ start_time, location }) => `${start_time} ${location}`)
        .sort(),
    ).toEqual(['10:00:00 Room 1', '10:00:00 Room 2']);
  });
});
