import type { Page } from '@playwright/test';
import { openClinic } from '../commands/clinic.ts';
import { arrowTo, tabTo, watchHands } from '../commands/keyboard.ts';
import { createGroup, createPatient, fillGroup } from '../commands/records.ts';
import { readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { Palette } from '../pages/palette.ts';
import { PatientPage } from '../pages/patient-page.ts';
import { Shell } from '../pages/shell.ts';
import { TransferDialog } from '../pages/transfer-dialog.ts';

/**
 * From Ctrl+K to the seat: the chord is two keys, patient and group take the three letters without which nothing is
 * searched, and Enter chooses the patient, what to do, the group, and confirms. At 0.28 s a key and 1.35 s of thought
 * before each Enter (Card, Moran and Newell's keystroke-level model of an average typist) that is 8.8 s, under the ten
 * seconds that a call leaves; each further key has to be worth it.
 */
const KEYS_TO_A_SEAT = 2 + 3 + 3 + 4;

/** Opens the menu of a patient and takes something from it, without leaving the keyboard. */
async function actByKeys(page: Page, name: string, item: string): Promise<void> {
  const enrollments = new EnrollmentsPage(page);
  await tabTo(page, enrollments.actionsFor(name));
  await page.keyboard.press('Enter');
  await arrowTo(page, enrollments.action(item));
  await page.keyboard.press('Enter');
}

test('by keyboard alone: a seat in twelve keys, then the waitlist, a departure and a transfer', async ({ page }) => {
  const { keyboard } = page;
  const shell = new Shell(page);
  const palette = new Palette(page);
  const record = new PatientPage(page);
  const enrollments = new EnrollmentsPage(page);
  const transfer = new TransferDialog(page);
  const clinic = await openClinic();
  const morning = await createGroup(clinic, { name: 'Morning Circle', max_capacity: 3 });
  const safety = await createGroup(clinic, { name: 'Seeking Safety', max_capacity: 2 });
  await createPatient(clinic, 'Zoë', 'Škodová', { mrn: 'MRN-77' });
  await fillGroup(clinic, morning, 1);
  await fillGroup(clinic, safety, 5);
  const hands = await watchHands(page);
  await signInAs(page, clinic, 'front_desk');
  await shell.open(clinic, '');
  await expect(shell.heading).toBeVisible();

  await test.step('When a patient is called up and enrolled, Then it takes no key that could be spared', async () => {
    const before = Date.now();
    await keyboard.press('Control+k');
    // Typed on as a practised hand does, without waiting for the list.
    await keyboard.type('sko');
    await keyboard.press('Enter');
    await expect(palette.option('Enroll in a group…')).toHaveAttribute('data-combobox-selected', 'true');
    await keyboard.press('Enter');
    await expect(record.group).toBeFocused();
    await keyboard.type('mor');
    await keyboard.press('Enter');
    await expect(record.dialog).toContainText('Seat 2 of 3.');
    await keyboard.press('Enter');
    await expect(record.dialog).toContainText('Morning Circle: Zoë Škodová has seat 2 of 3.');
    test.info().annotations.push({ type: 'from Ctrl+K to the seat', description: `${Date.now() - before} ms` });
    expect(hands.keys.length, hands.keys.join(' ')).toBeLessThanOrEqual(KEYS_TO_A_SEAT);
    expect(await readSeats(clinic, morning)).toEqual({ enrolled: 2, waitlisted: 0 });
  });

  await test.step('When the roster of a group is wanted, Then the same keys open it', async () => {
    await keyboard.press('Escape');
    await expect(record.dialog).toBeHidden();
    await keyboard.press('Control+k');
    await keyboard.type('seek');
    await keyboard.press('Enter');
    await expect(palette.option('Roster and waitlist')).toBeVisible();
    await keyboard.type('roster');
    await keyboard.press('Enter');
    await expect(enrollments.waiting('Seated Person 5')).toContainText(/^3/);
  });

  await test.step('When the last who waits is carried up, Then each place is said, and why is asked', async () => {
    await tabTo(page, enrollments.handle('Seated Person 5'));
    await keyboard.press('Space');
    await expect(enrollments.announcement('Seated Person 5 would be at place 3 of 3.')).toBeAttached();
    // A press before the list has been measured moves nothing; so one presses on until the place is said, as people do.
    await expect(async () => {
      await keyboard.press('ArrowUp');
      await expect(enrollments.announcement('Seated Person 5 would be at place 1 of 3.')).toBeAttached({
        timeout: 2_000,
      });
    }).toPass();
    await keyboard.press('Space');
    await expect(
      enrollments.dialogNamed('Move Seated Person 5').getByRole('textbox', { name: 'Reason' }),
    ).toBeFocused();
    await keyboard.type('Discharged from hospital today');
    await keyboard.press('Enter');
    await expect(shell.toast('Seated Person 5 is now at place 1.')).toBeVisible();
    await expect(enrollments.waiting('Seated Person 5')).toContainText(/^1/);
  });

  await test.step('When somebody leaves, Then the one carried up has the seat', async () => {
    await actByKeys(page, 'Seated Person 1', 'Disenroll');
    await expect(enrollments.dialogNamed('Disenroll Seated Person 1?').getByRole('textbox')).toBeFocused();
    await keyboard.type('Finished the program');
    await tabTo(page, enrollments.dialogNamed('Disenroll Seated Person 1?').getByRole('button', { name: 'Disenroll' }));
    await keyboard.press('Enter');
    await expect(shell.toast('Seated Person 5 moved up from the waitlist.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Roster' })).toBeFocused();
  });

  await test.step('When a seat is transferred, Then the next one moves up', async () => {
    await actByKeys(page, 'Seated Person 2', 'Transfer');
    await expect(transfer.group).toBeFocused();
    await keyboard.type('mor');
    await expect(transfer.root.getByRole('option')).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(transfer.group).toHaveValue('Morning Circle');
    await keyboard.press('Enter');
    await expect(shell.toast('Seated Person 2 was transferred to Morning Circle: seat 3 of 3.')).toBeVisible();
    await expect(enrollments.roster.getByRole('row', { name: /Seated Person 3/ })).toBeVisible();
    expect([await readSeats(clinic, morning), await readSeats(clinic, safety)]).toEqual([
      { enrolled: 3, waitlisted: 0 },
      { enrolled: 2, waitlisted: 1 },
    ]);
  });

  expect(hands.pointers, 'uses of a mouse or finger').toEqual([]);
});
