import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession } from '../commands/records.ts';
import { enroll } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

test('org admin: sees who will be short of hours, mends the week with one click, and takes it back', async ({
  page,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const day = (weekday: number) => dayOfCalmWeek(clinic.timezone, weekday);
  const threeHours = { start_time: '09:00', end_time: '12:00' };

  await test.step('Given an IOP patient with two of three days booked, and a skills group on the third', async () => {
    const iop = await createGroup(clinic, { name: 'IOP Track', group_type: 'iop' });
    const skills = await createGroup(clinic, { name: 'Skills Lab', group_type: 'skills_training' });
    await enroll(clinic, iop, await createPatient(clinic, 'Ana', 'Adams'));
    for (const weekday of [1, 2])
      await createSession(clinic, { group_definition_id: iop, session_date: day(weekday), ...threeHours });
    await createSession(clinic, { group_definition_id: skills, session_date: day(4), ...threeHours });
    await signInAs(page, clinic, 'org_admin');
  });

  await test.step('When the week is looked at, Then the patient is at risk, and it says by how much', async () => {
    await shell.open(clinic, `pm/reports?week=${day(1)}`);
    await expect(page.getByRole('heading', { name: 'At risk (1)' })).toBeVisible();
    await expect(page.getByText('3 h and 1 day short')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('When it is narrowed to a group, Then only its patients are listed, and an empty list leads back', async () => {
    await page.getByRole('combobox', { name: 'Group' }).click();
    await page.getByRole('option', { name: 'IOP Track' }).click();
    await expect(page.getByRole('heading', { name: 'At risk (1)' })).toBeVisible();
    await shell.open(clinic, `pm/reports?week=${day(1)}&group=00000000-0000-4000-8000-000000000000`);
    await page.getByRole('main').getByRole('button', { name: 'All groups' }).click();
    await expect(page.getByRole('heading', { name: 'At risk (1)' })).toBeVisible();
  });

  await test.step('When a make-up session is booked, Then the week is on track; taken back, it is at risk again', async () => {
    await page.getByRole('button', { name: 'Make-up sessions' }).click();
    await expect(page.getByText('1 session would meet the week’s minimum.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Book as drop-in: Skills Lab' }).click();
    await expect(page.getByRole('heading', { name: 'On track (1)' })).toBeVisible();
    await expect(page.getByText('9 h booked, of 9 h')).toBeVisible();
    await shell.toast('is booked into Skills Lab').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { name: 'At risk (1)' })).toBeVisible();
  });
});
