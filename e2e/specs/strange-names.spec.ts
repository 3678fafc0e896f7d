import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession } from '../commands/records.ts';
import { expectNoSidewaysScroll, SCREENS } from '../commands/screens.ts';
import { enroll } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

const NAMES = [
  `<img src=x onerror="document.title='broken'">&amp;'"</b>`,
  'مجموعة الدعم النفسي ליווי',
  '👩‍👩‍👧‍👦 Familiengruppe 🫶🏽 ｗｉｄｅ',
  'W'.repeat(100),
];

for (const { screen, options } of SCREENS) {
  test.describe(screen, () => {
    test.use(options);

    test('names with HTML, right-to-left script, emoji and 100 letters show as typed and break no layout', async ({
      page,
    }) => {
      const shell = new Shell(page);
      const clinic = await openClinic();
      const date = dayOfCalmWeek(clinic.timezone, 3);
      const groups: { id: string; patientId: string; name: string }[] = [];
      for (const [index, name] of NAMES.entries()) {
        const id = await createGroup(clinic, { name, location: name.slice(0, 100) });
        const patientId = await createPatient(clinic, name, 'Last');
        await enroll(clinic, id, patientId);
        await createSession(clinic, {
          group_definition_id: id,
          session_date: date,
          start_time: `${10 + index}:00`,
          end_time: `${11 + index}:00`,
        });
        groups.push({ id, patientId, name });
      }
      await signInAs(page, clinic, 'org_admin');

      for (const path of [
        'pm/groups',
        'pm/patients',
        `pm/schedule?view=week&date=${date}`,
        `pm/schedule?view=list&date=${date}`,
        `pm/schedule?view=rooms&date=${date}`,
        `pm/schedule/print?date=${date}`,
        `pm/schedule?view=list&date=${date}&dialog=cancel-several&on=${date}`,
      ]) {
        await test.step(`When /${path} is opened, Then all four are there as typed`, async () => {
          await shell.open(clinic, path);
          for (const name of NAMES) await expect(page.getByText(name).first()).toBeAttached();
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        });
      }

      // A desk has room: there only the longest could break anything. As typed is as typed.
      for (const { id, patientId, name } of screen === 'phone' ? groups : groups.slice(-1)) {
        await test.step(`When the pages of ${name.slice(0, 12)}… are opened, Then the title is as typed`, async () => {
          await shell.open(clinic, `pm/groups/${id}/enrollments`);
          await expect(shell.heading).toHaveText(name);
          await expect(page.getByText(`${name} Last`).first()).toBeVisible();
          await expectNoSidewaysScroll(page);
          await shell.open(clinic, `pm/patients/${patientId}`);
          await expect(shell.heading).toHaveText(`${name} Last`);
          await expectNoSidewaysScroll(page);
          expect(await page.title()).not.toBe('broken');
        });
      }
    });
  });
}
