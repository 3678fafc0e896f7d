import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../commands/accessibility.ts';
import { missedSession, readAttendanceLog } from '../commands/attendance.ts';
import { assignCheckIn, personalCode } from '../commands/check-in.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { tabTo } from '../commands/keyboard.ts';
import { lookAt } from '../commands/look-at.ts';
import { createGroup, createPatient } from '../commands/records.ts';
import { expectNoSidewaysScroll, PHONE } from '../commands/screens.ts';
import { enroll } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { CheckInPage } from '../pages/check-in-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { Shell } from '../pages/shell.ts';

/** As it happens: about a second on a machine that does nothing else. */
const asItHappens = { timeout: 3_000 };

test('a whole session: three patients check in on their phones, attendance is taken through a bad connection, and it is looked back on', async ({
  page,
  browser,
  otherWindow,
}) => {
  const session = new SessionPage(page);
  const shell = new Shell(page);
  const clinic = await openClinic();
  const { groupId, patients } = await openMorningCircle(clinic);
  const phones = await openPhones(browser);
  const { ana, ben, cleo } = phones;
  let sessionId = '';

  await test.step('Given a facilitator who starts a session now, in two clicks, and shows its code', async () => {
    await signInAs(page, clinic, 'facilitator');
    await session.startNow(clinic, groupId, 'Morning Circle');
    await expect(shell.heading).toHaveText('Morning Circle');
    await expect(session.checkIn.getByRole('img', { name: 'QR code to join this session' })).toBeVisible();
    await expect(session.progress('4 to record')).toBeVisible();
    sessionId = page.url().split('/').at(-1) ?? '';
  });

  await test.step('When the patients join by their codes, Then the facilitator sees them come', async () => {
    const link = await page.getByRole('textbox', { name: 'Link to join' }).inputValue();
    await Promise.all(Object.values(phones).map((phone) => phone.page.goto(link)));
    await ana.joinByCode((await personalCode(clinic, patients.ana)).replace('-', '').toLowerCase());
    await expect(session.person('Ana Adams').getByText('Joined')).toBeVisible(asItHappens);
    await Promise.all([
      ben.joinByCode(await personalCode(clinic, patients.ben)),
      cleo.joinByCode(await personalCode(clinic, patients.cleo)),
    ]);
    await expect(session.checkIn.getByText('3 joined')).toBeVisible(asItHappens);
  });

  await test.step('When one says yes to item 9, Then the facilitator is told at once, and says it is seen', async () => {
    await ana.answer('Several days');
    await ana.button('Send my answers').click();
    await expect(session.flags).toContainText('Look at this now: Ana Adams', asItHappens);
    await expect(session.checkIn.getByText('1 answered')).toBeVisible();
    await expectAccessible(page);
    await session.button('Seen: answers of Ana Adams').click();
    await expect(session.flags).toHaveCount(0);
  });

  await test.step('When the third has answered, and not before, Then the patients see the group’s average', async () => {
    await Promise.all([ben.answer('Not at all'), cleo.answer('Not at all')]);
    await ben.button('Send my answers').click();
    await expect(ben.page.getByText('once three patients have answered')).toBeVisible();
    await lookAt(ana.page);
    await expect(ana.page.getByText('once three patients have answered')).toBeVisible();
    await cleo.button('Send my answers').click();
    await expect(session.checkIn.getByText('3 answered')).toBeVisible(asItHappens);
    for (const phone of Object.values(phones)) {
      await lookAt(phone.page);
      await expect(phone.page.getByText('The group’s average today is 3 (3 people answered).')).toBeVisible();
    }
    await expectAccessible(ana.page);
    await expectNoSidewaysScroll(ana.page);
    await Promise.all(Object.values(phones).map((phone) => phone.page.context().close()));
  });

  await test.step('When attendance is taken with letters, Then each goes on to the next; "all present" can be taken back', async () => {
    await tabTo(page, session.status('Ana Adams', 'Present'));
    await page.keyboard.press('p');
    await page.keyboard.press('l');
    await expect(session.status('Ana Adams', 'Present')).toHaveAttribute('aria-pressed', 'true');
    await expect(session.status('Ben Baker', 'Late')).toHaveAttribute('aria-pressed', 'true');
    await session.setMinutes('Ben Baker', 40);
    await expect(session.person('Ben Baker').getByText('40 of 60 minutes')).toBeVisible();
    await session.button('Other 2 present').click();
    await expect(session.progress('all 4 recorded')).toBeVisible();
    await shell.toast('2 people are recorded as present.').getByRole('button', { name: 'Undo' }).click();
    await session.addDropIn('drop', 'Dora Dropin');
    await expect(session.person('Dora Dropin').getByText('Drop-in', { exact: true })).toBeVisible();
    await expect(session.progress('3 of 5 to record')).toBeVisible();
  });

  await test.step('When the network drops during two taps, Then the screen says so, and they arrive once when it is back', async () => {
    await page.context().setOffline(true);
    await session.status('Cleo Clark', 'Present').click();
    await session.status('Dora Dropin', 'Present').click();
    await expect(session.attendance.getByText('Not sent: 2 taps kept on this device')).toBeVisible();
    await expect(session.progress('1 of 5 to record')).toBeVisible();
    await expectAccessible(page);
    expect(await readAttendanceLog(clinic, groupId, patients.dora)).toHaveLength(0);
    await page.context().setOffline(false);
    await expect(session.attendance.getByText('Not sent')).toHaveCount(0);
    await expect.poll(() => readAttendanceLog(clinic, groupId, patients.dora)).toHaveLength(1);
  });

  await test.step('When staff look at the session, Then they see who is expected, and no button that would fail', async () => {
    const theirs = new SessionPage(otherWindow);
    await signInAs(otherWindow, clinic, 'staff');
    await theirs.open(clinic, sessionId);
    await expect(otherWindow.getByText('Your role does not include attendance.')).toBeVisible();
    await expect(otherWindow.getByText('Clark, Cleo')).toBeVisible();
    await expect(theirs.checkIn.getByRole('img', { name: 'QR code to join this session' })).toBeVisible();
    await theirs.button('More actions for the session').click();
    await expect(otherWindow.getByRole('menuitem')).toHaveText(['Sign-in sheet']);
    await expect(new Shell(otherWindow).main.getByRole('button')).toHaveText(['', 'Copy link', 'Full screen']);
    await expectAccessible(otherWindow);
  });

  await test.step('When it is completed with the rest absent, Then it is over for everybody', async () => {
    await session.button('Complete').click();
    const dialog = page.getByRole('dialog', { name: 'Complete this session?' });
    await expect(dialog.getByText('One person is not recorded')).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'Record this person as absent' }).check();
    await dialog.getByRole('button', { name: 'Record and complete' }).click();
    await expect(shell.toast('Morning Circle is completed.')).toBeVisible();
    await expect(session.status('Max Moore', 'Absent')).toHaveAttribute('aria-pressed', 'true');
    await expect(session.progress('all 5 recorded')).toBeVisible();
    await expect(session.answers.getByText('Average score 3 of 27, from 3 patients.')).toBeVisible();
    expect(await readAttendanceLog(clinic, groupId, patients.dora)).toHaveLength(1);
    // Present by "all present", taken back, and present by the tap without a connection.
    expect(await readAttendanceLog(clinic, groupId, patients.cleo)).toHaveLength(3);
    await expectAccessible(page);
  });

  await test.step('When something is corrected afterwards, Then it asks why, and the group’s activity says it', async () => {
    await session.status('Max Moore', 'Excused').click();
    const dialog = page.getByRole('dialog', { name: 'Change recorded attendance' });
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(dialog.getByText('Say why it is changed.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Called in the morning');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(session.status('Max Moore', 'Excused')).toHaveAttribute('aria-pressed', 'true');
    await shell.open(clinic, `pm/groups/${groupId}/activity`);
    await expect(page.getByText(/^Fay Facilitator changed the attendance of Max Moore/)).toContainText(
      'from absent to excused, after it was completed. Reason: Called in the morning',
    );
  });

  await test.step('Then the front desk sees on Home who keeps missing sessions', async () => {
    await signInAs(otherWindow, clinic, 'front_desk');
    await new Shell(otherWindow).open(clinic, '');
    const missed = otherWindow.getByRole('listitem').filter({ hasText: 'Missed 2 in a row' });
    await expect(missed.getByRole('link', { name: 'Max Moore' })).toBeVisible();
    await expectAccessible(otherWindow);
  });
});

/** A group that begins with PHQ-9, four patients who have a seat (one missed the last two sessions), and one who has none. */
async function openMorningCircle(clinic: Clinic) {
  const groupId = await createGroup(clinic, {
    name: 'Morning Circle',
    facilitator_id: clinic.people.facilitator.userId,
  });
  const [ana, ben, cleo, max, dora] = await Promise.all([
    createPatient(clinic, 'Ana', 'Adams'),
    createPatient(clinic, 'Ben', 'Baker'),
    createPatient(clinic, 'Cleo', 'Clark'),
    createPatient(clinic, 'Max', 'Moore'),
    createPatient(clinic, 'Dora', 'Dropin'),
  ]);
  await enroll(clinic, groupId, max);
  await missedSession(clinic, groupId, [max]);
  await missedSession(clinic, groupId, [max]);
  await assignCheckIn(clinic, groupId, 'PHQ-9');
  await Promise.all([ana, ben, cleo].map((patientId) => enroll(clinic, groupId, patientId)));
  return { groupId, patients: { ana, ben, cleo, max, dora } };
}

/** The phones of three patients. */
async function openPhones(browser: Browser) {
  const open = async () => new CheckInPage(await openPhone(browser));
  return { ana: await open(), ben: await open(), cleo: await open() };
}

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext(PHONE);
  return context.newPage();
}
