import { expectAccessible } from '../commands/accessibility.ts';
import { readAttendanceLog } from '../commands/attendance.ts';
import { startSession } from '../commands/check-in.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { createGroup, createPatient } from '../commands/records.ts';
import { enroll } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Palette } from '../pages/palette.ts';
import { SessionPage } from '../pages/session-page.ts';
import { Shell } from '../pages/shell.ts';

/** A session that runs, with two on its list. */
async function runningSession(clinic: Clinic) {
  const groupId = await createGroup(clinic, { name: 'Night Owls' });
  const olga = await createPatient(clinic, 'Olga', 'Owl');
  const ulla = await createPatient(clinic, 'Ulla', 'Uhu');
  await enroll(clinic, groupId, olga);
  await enroll(clinic, groupId, ulla);
  const { id } = await startSession(clinic, groupId);
  return { groupId, olga, id };
}

test('who is signed out for being idle while attendance waits is warned of it, and told what is lost', async ({
  page,
}) => {
  const clinic = await openClinic();
  const session = new SessionPage(page);
  const { id } = await runningSession(clinic);
  await page.clock.install();
  await signInAs(page, clinic, 'facilitator');
  await session.open(clinic, id);
  await expect(session.status('Ulla Uhu', 'Present')).toBeVisible();
  // Its code is fetched on its own.
  await expect(session.checkIn.getByRole('img', { name: 'QR code to join this session' })).toBeVisible();

  await test.step('Given two people recorded while the network is away, one of them twice', async () => {
    await page.context().setOffline(true);
    await session.status('Olga Owl', 'Present').click();
    await session.status('Olga Owl', 'Absent').click();
    await session.status('Ulla Uhu', 'Present').click();
    await expect(session.attendance.getByText('Not sent: 2 taps kept on this device')).toBeVisible();
  });

  await test.step('When a drop-in is wanted meanwhile, Then the page stays', async () => {
    await session.button('Add drop-in').click();
    await expect(page.getByRole('dialog', { name: 'Add a drop-in' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(session.attendance.getByText('Not sent: 2 taps kept on this device')).toBeVisible();
  });

  await test.step('When the screen is left alone, Then the warning says what would be lost', async () => {
    await page.clock.fastForward('14:10');
    const warning = page.getByRole('dialog', { name: 'Are you still there?' });
    await expect(warning).toContainText('2 attendance marks have not arrived yet and would be lost.');
    await expectAccessible(page);
  });

  await test.step('When nobody comes, Then the sign-in page says what was lost', async () => {
    await page.clock.fastForward('01:00');
    await expect(page.getByText('2 attendance marks did not arrive')).toBeVisible();
    await expect(page.getByText('You were signed out because the screen was left alone.')).toBeVisible();
    await expectAccessible(page);
  });
});

test('a screen that was put away offline sends what it kept before it signs out', async ({ page }) => {
  const clinic = await openClinic();
  const session = new SessionPage(page);
  const { groupId, olga, id } = await runningSession(clinic);
  await page.clock.install();
  await signInAs(page, clinic, 'facilitator');
  await session.open(clinic, id);
  await expect(session.status('Olga Owl', 'Present')).toBeVisible();
  await page.context().setOffline(true);
  await session.status('Olga Owl', 'Present').click();
  await expect(session.attendance.getByText('Not sent: 1 tap kept on this device')).toBeVisible();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.clock.fastForward('20:00');
  await session.open(clinic, id);
  await expect(page.getByText('You were signed out because the screen was left alone.')).toBeVisible();
  await expect(page.getByText('did not arrive')).toHaveCount(0);
  await expect.poll(() => readAttendanceLog(clinic, groupId, olga)).toHaveLength(1);
});

test('whoever signs out by the palette while attendance waits is asked first', async ({ page }) => {
  const clinic = await openClinic();
  const session = new SessionPage(page);
  const { id } = await runningSession(clinic);
  await signInAs(page, clinic, 'facilitator');
  await session.open(clinic, id);
  await expect(session.status('Olga Owl', 'Present')).toBeVisible();
  await page.route(/rpc\/pm_record_attendance/, (route) => route.abort());
  await session.status('Olga Owl', 'Present').click();
  await page.keyboard.press('Control+k');
  await new Palette(page).option('Sign out').click();
  const question = page.getByRole('dialog', { name: 'Sign out and lose attendance?' });
  await expect(question).toContainText('One attendance mark that you recorded has not arrived yet.');
  await question.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(new Shell(page).heading).toHaveText('Night Owls');
});
