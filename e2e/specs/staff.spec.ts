import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { expectNoSidewaysScroll, SCREENS } from '../commands/screens.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

/** What staff may not do, as buttons and links would call it. */
const CHANGES =
  /^(new|create|edit|delete|enroll|disenroll|cancel|start|complete|schedule a|add|invite|restore|promote|actions for|more actions)\b/i;

for (const { screen, options } of SCREENS) {
  test.describe(screen, () => {
    test.use(options);

    test('staff: sees everything, and is offered nothing that would be refused', async ({ page }) => {
      const shell = new Shell(page);
      const clinic = await openClinic();
      const groupId = await createGroup(clinic, { name: 'Anger Management', max_capacity: 2, location: 'Room 2' });
      await fillGroup(clinic, groupId, 3);
      const patientId = await createPatient(clinic, 'Ines', 'Moreau');
      const date = dayOfCalmWeek(clinic.timezone, 2);
      const sessionId = await createSession(clinic, {
        group_definition_id: groupId,
        session_date: date,
        start_time: '09:00',
        end_time: '10:00',
      });
      const pages: [path: string, shows: string | RegExp][] = [
        ['', 'Anger Management'],
        ['pm/groups', '2 of 2 seats, 1 waiting'],
        [`pm/groups/${groupId}`, 'Room 2'],
        [`pm/groups/${groupId}/sessions`, '9:00–10:00 AM'],
        [`pm/groups/${groupId}/enrollments`, 'Seated Person 3'],
        [`pm/groups/${groupId}/activity`, 'created the group'],
        ['pm/patients', 'Ines Moreau'],
        [`pm/patients/${patientId}`, 'In no group yet'],
        [`pm/schedule?view=list&date=${date}&session=${sessionId}`, 'Person 1'],
      ];
      // On a phone these offer the same; strange-names.spec.ts opens them there, as an admin.
      const alike: typeof pages = [
        [`pm/schedule?view=rooms&date=${date}`, '1 session'],
        [`pm/schedule/print?date=${date}`, 'Room 2'],
      ];
      if (screen === 'desktop') pages.push(...alike);
      await signInAs(page, clinic, 'staff');

      for (const [path, shows] of pages) {
        await test.step(`When staff opens /${path.split('?')[0]?.replace(/[0-9a-f-]{36}/, ':id')}, Then all is shown and no change is offered`, async () => {
          await shell.open(clinic, path);
          await expect(page.getByText(shows).first()).toBeVisible();
          await expect(page.getByRole('button', { name: CHANGES })).toHaveCount(0);
          await expect(page.getByRole('link', { name: CHANGES })).toHaveCount(0);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  });
}

test('staff: an address typed by hand says that the role does not include it', async ({ page }) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Anger Management' });
  const patientId = await createPatient(clinic, 'Ines', 'Moreau');
  await signInAs(page, clinic, 'staff');

  for (const path of [
    'pm/groups/new',
    `pm/groups/${groupId}/edit`,
    'pm/patients/new',
    `pm/patients/${patientId}/edit`,
  ]) {
    await test.step(`When staff types ${path.replace(/[0-9a-f-]{36}/, ':id')}, Then words say no`, async () => {
      await shell.open(clinic, path);
      await expect(page.getByText('Your role does not include this page')).toBeVisible();
      await expect(page.getByRole('textbox')).toHaveCount(0);
      await expectAccessible(page);
    });
  }

  for (const path of [
    `pm/groups/${groupId}/enrollments?dialog=enroll`,
    `pm/patients/${patientId}?dialog=enroll`,
    'pm/schedule?dialog=new',
  ]) {
    await test.step(`When staff types the address of a dialog (${path.split('?')[1]}), Then none opens`, async () => {
      await shell.open(clinic, path);
      await expect(shell.heading).toBeVisible();
      await expect(page.getByRole('status', { name: /Loading/ })).toHaveCount(0);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
  }
});
