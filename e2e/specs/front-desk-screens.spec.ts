import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { expectNoSidewaysScroll, PHONE } from '../commands/screens.ts';
import { enroll, readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { GroupsPages } from '../pages/groups-pages.ts';
import { Palette } from '../pages/palette.ts';
import { PatientPage } from '../pages/patient-page.ts';
import { PatientsPage } from '../pages/patients-page.ts';
import { Shell } from '../pages/shell.ts';

/** A name as long as the record takes, without a place to break. */
const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 100);

test.describe('on a phone, in the dark', () => {
  test.use({ ...PHONE, colorScheme: 'dark' });

  test('the morning of a front desk: find, create, enroll, the waitlist, disenroll; nothing to scroll sideways, axe finds nothing', async ({
    page,
  }) => {
    const shell = new Shell(page);
    const record = new PatientPage(page);
    const patients = new PatientsPage(page);
    const enrollments = new EnrollmentsPage(page);
    const clinic = await openClinic();
    const groupId = await createGroup(clinic, { name: 'Seeking Safety', max_capacity: 2 });
    await fillGroup(clinic, groupId, 3);
    await createPatient(clinic, 'Zoë', 'Škodová', { mrn: 'MRN-77', phone: '+1 602 555 0100' });
    await enroll(clinic, groupId, await createPatient(clinic, LONG, 'Šilhavá'));
    await signInAs(page, clinic, 'front_desk');

    const check = async () => {
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    };

    await test.step('When a patient is looked for, Then the cards have what the table has', async () => {
      await shell.open(clinic, 'pm/patients');
      await expect(patients.patient(`${LONG} Šilhavá`)).toBeVisible();
      await check();
      await patients.search.fill('sko');
      await expect(page.getByRole('list', { name: 'Patients' }).getByRole('listitem')).toHaveCount(1);
      await expect(page.getByRole('list', { name: 'Patients' })).toContainText('+1 602 555 0100');
    });

    await test.step('When a patient is created, Then the record opens and says so', async () => {
      await patients.create('Marisol', 'Quintero', 'MRN-1001');
      await expect(shell.heading).toHaveText('Marisol Quintero');
      await expect(shell.toast('Marisol Quintero was created.')).toBeVisible();
      await check();
    });

    await test.step('When the palette is opened by its button, Then it finds the patient, too', async () => {
      await page.getByRole('button', { name: 'Find', exact: true }).tap();
      await page.keyboard.type('sko');
      const palette = new Palette(page);
      await expect(palette.option('Zoë Škodová')).toBeVisible();
      await check();
      await palette.option('Zoë Škodová').tap();
      await palette.option('Enroll in a group…').tap();
    });

    await test.step('When the group is full, Then the place is told before and after', async () => {
      await record.chooseGroup('see', 'Seeking Safety');
      await expect(record.dialog).toContainText('The group is full: waitlist place 3.');
      await check();
      await record.submit.tap();
      await expect(record.dialog).toContainText('is on the waitlist, place 3.');
      await record.closeDialog();
      await expect(record.enrollment('Seeking Safety')).toBeVisible();
      await check();
    });

    await test.step('Then the waitlist is read and moved on the phone', async () => {
      await enrollments.open(clinic, groupId);
      const card = page.getByRole('list', { name: 'Waitlist' }).getByRole('listitem').filter({ hasText: 'Škodová' });
      await expect(card).toContainText('Behind 2 others.');
      await check();
      await enrollments.actionsFor('Zoë Škodová').tap();
      await check();
      await enrollments.action('Move to place').tap();
      const dialog = enrollments.dialogNamed('Move Zoë Škodová');
      await dialog.getByRole('textbox', { name: 'Place on the waitlist' }).fill('1');
      await check();
      await dialog.getByRole('button', { name: 'Move', exact: true }).tap();
      await expect(card).toContainText('Next in line');
    });

    await test.step('When a seated patient is disenrolled, Then the toast names who moved up', async () => {
      const dialog = await enrollments.askToDisenroll('Seated Person 1');
      await expect(dialog).toContainText('Zoë Škodová is next on the waitlist and gets the seat.');
      await check();
      await dialog.getByRole('button', { name: 'Disenroll' }).tap();
      await expect(shell.toast('Zoë Škodová moved up from the waitlist.')).toBeVisible();
      await expect(enrollments.roster.getByRole('row', { name: /Zoë Škodová/ })).toBeVisible();
      await check();
      expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 2, waitlisted: 2 });
    });
  });
});

test.describe('in the light, on a desk', () => {
  test('axe finds nothing on the dialogs and pages that no other test opens', async ({ page }) => {
    const shell = new Shell(page);
    const enrollments = new EnrollmentsPage(page);
    const clinic = await openClinic();
    const groupId = await createGroup(clinic, { name: 'Seeking Safety', max_capacity: 2 });
    const thinId = await createGroup(clinic, { name: 'Thin Circle', min_capacity: 3 });
    await fillGroup(clinic, groupId, 5);
    await fillGroup(clinic, thinId, 1);
    const patientId = await createPatient(clinic, 'Zoë', 'Škodová', { mrn: 'MRN-77', notes: 'Prefers mornings' });
    await createSession(clinic, {
      group_definition_id: thinId,
      session_date: dayOfCalmWeek(clinic.timezone, 2),
      start_time: '09:00',
      end_time: '10:00',
    });
    await signInAs(page, clinic, 'org_admin');
    const pages: [path: string, shows: string][] = [
      [`pm/groups/${thinId}?dialog=cancel-next`, 'Cancel the next session and tell everyone'],
      [`pm/groups/${groupId}/print?sheet=sign-in`, 'Signature'],
      [`pm/patients/${patientId}`, 'Prefers mornings'],
      [`pm/patients/${patientId}?tab=activity`, 'Activity'],
      [`pm/patients/${patientId}/edit`, 'Save changes'],
    ];
    for (const [path, shows] of pages) {
      await test.step(`/${path.replace(/[0-9a-f-]{36}/g, ':id')}`, async () => {
        await shell.open(clinic, path);
        await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
        await expectAccessible(page);
      });
    }
    await test.step('A larger capacity says before saving who would move up', async () => {
      await shell.open(clinic, `pm/groups/${groupId}/edit`);
      await new GroupsPages(page).capacity.fill('4');
      const outlook = page.getByRole('status').filter({ hasText: '2 people will move up from the waitlist.' });
      await expect(outlook).toContainText('Seated Person 3 and Seated Person 4.');
      await expectAccessible(page);
      expect(await readSeats(clinic, groupId)).toEqual({ enrolled: 2, waitlisted: 3 });
      await new GroupsPages(page).save();
      await expect.poll(() => readSeats(clinic, groupId)).toEqual({ enrolled: 4, waitlisted: 1 });
    });
    for (const [name, item, dialog] of [
      ['Seated Person 5', 'Take off the waitlist', 'Take Seated Person 5 off the waitlist?'],
      ['Seated Person 1', 'Delete, made by mistake', 'Delete the enrollment of Seated Person 1?'],
    ] as const) {
      await test.step(dialog, async () => {
        await enrollments.open(clinic, groupId);
        await enrollments.act(name, item);
        await expect(enrollments.dialogNamed(dialog)).toBeVisible();
        await expectAccessible(page);
      });
    }
  });
});
