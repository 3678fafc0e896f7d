import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { saveFile } from '../commands/files.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { disenroll, readSeats } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { PatientPage } from '../pages/patient-page.ts';
import { PatientsPage } from '../pages/patients-page.ts';
import { RosterPrintPage } from '../pages/roster-print-page.ts';
import { Shell } from '../pages/shell.ts';
import { TransferDialog } from '../pages/transfer-dialog.ts';

test('a call comes in: three letters, a seat, two places at once, a full group, then a list of forty', async ({
  page,
}) => {
  const shell = new Shell(page);
  const record = new PatientPage(page);
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const date = dayOfCalmWeek(clinic.timezone, 2);
  const [morning, evening, full] = await Promise.all([
    createGroup(clinic, { name: 'Morning Circle', max_capacity: 3 }),
    createGroup(clinic, { name: 'Anxiety Skills', max_capacity: 8 }),
    createGroup(clinic, { name: 'Anger Management', max_capacity: 2 }),
  ]);
  await createPatient(clinic, 'Zoë', 'Škodová', { mrn: 'MRN-77', date_of_birth: '1990-05-04' });
  await Promise.all([
    createPatient(clinic, 'Ada', 'Listed', { mrn: 'MRN-80' }),
    createPatient(clinic, 'Ben', 'Listed', { mrn: 'MRN-81' }),
    createPatient(clinic, 'Cem', 'Listed', { mrn: 'MRN-82' }),
    createPatient(clinic, 'Dov', 'Unlisted', { mrn: 'MRN-83' }),
    createSession(clinic, {
      group_definition_id: morning,
      session_date: date,
      start_time: '09:00',
      end_time: '10:30',
      location: 'Room 1',
    }),
    createSession(clinic, {
      group_definition_id: evening,
      session_date: date,
      start_time: '10:00',
      end_time: '11:00',
      location: 'Room 2',
    }),
  ]);
  await fillGroup(clinic, morning, 1);
  const [left = ''] = await fillGroup(clinic, full, 3);
  await disenroll(clinic, full, left);
  await signInAs(page, clinic, 'front_desk');

  await test.step('When three letters are typed without their accent, Then the patient is found', async () => {
    await shell.open(clinic, 'pm/patients');
    await new PatientsPage(page).search.fill('sko');
    await expect(page.getByRole('table', { name: 'Patients' }).getByRole('row')).toHaveCount(2);
    await new PatientsPage(page).patient('Zoë Škodová').click();
    await expect(shell.heading).toHaveText('Zoë Škodová');
  });

  await test.step('When the patient is enrolled, Then the seat is told before and after', async () => {
    await record.openDialog();
    await record.chooseGroup('morn', 'Morning Circle');
    await expect(record.dialog).toContainText('Seat 2 of 3.');
    await record.submit.click();
    await expect(record.dialog).toContainText('Morning Circle: Zoë Škodová has seat 2 of 3.');
  });

  await test.step('When the next group meets at the same time, Then the warning names the group and the time', async () => {
    await record.chooseGroup('anx', 'Anxiety Skills');
    const warning = record.dialog.getByRole('status').filter({ hasText: 'Two places at once' });
    await expect(warning).toContainText('Zoë Škodová would be in two places on');
    await expect(warning).toContainText('10:00–11:00 AM: Morning Circle meets 9:00–10:30 AM.');
    await expectAccessible(page);
    await record.submit.click();
    await expect(record.dialog).toContainText('Anxiety Skills: Zoë Škodová has seat 1 of 8.');
  });

  await test.step('When a group is full, Then the place and how fast seats come free are told before', async () => {
    await record.chooseGroup('ang', 'Anger Management');
    await expect(record.dialog).toContainText('The group is full: waitlist place 1.');
    await expect(record.dialog).toContainText('1 seat came free in the last 90 days.');
    await record.submit.click();
    await expect(record.dialog).toContainText('Anger Management: Zoë Škodová is on the waitlist, place 1.');
    await record.closeDialog();
    for (const name of ['Morning Circle', 'Anxiety Skills', 'Anger Management']) {
      await expect(record.enrollment(name)).toBeVisible();
    }
  });

  await test.step('When a column of MRNs is pasted, Then each patient gets a result of her own', async () => {
    await enrollments.open(clinic, morning);
    await enrollments.openDialog();
    await enrollments.paste('MRN-80\nMRN-81\nMRN-82\nMRN-77\nMRN-99');
    const chosen = enrollments.dialog.getByRole('list', { name: 'Patients to enroll' }).getByRole('listitem');
    await expect(chosen).toHaveCount(3);
    await expect(enrollments.dialog).toContainText('MRN-99');
    // Zoë has a seat; one is left.
    await expect(chosen.filter({ hasText: 'Ada Listed' })).toContainText('Seat 3 of 3');
    await expect(chosen.filter({ hasText: 'Cem Listed' })).toContainText('Waitlist, place 2');
    await enrollments.submit.click();
    await expect(shell.toast('1 enrolled, 2 on the waitlist.')).toBeVisible();
    const results = enrollments.dialog.getByRole('listitem');
    await expect(results.filter({ hasText: 'Ada Listed has seat 3 of 3.' })).toBeVisible();
    await expect(results.filter({ hasText: 'Cem Listed is on the waitlist, place 2.' })).toBeVisible();
    expect(await readSeats(clinic, morning)).toEqual({ enrolled: 3, waitlisted: 2 });
  });

  await test.step('When nobody shall wait, Then a patient without a seat is not enrolled, and that is said', async () => {
    await enrollments.choose('dov', 'Dov Unlisted');
    await enrollments.whenFull('Don’t enroll').click();
    await expect(enrollments.dialog.getByRole('list', { name: 'Patients to enroll' })).toContainText('No seat left');
    await enrollments.submit.click();
    await expect(enrollments.dialog.getByRole('alert')).toContainText(
      '"Morning Circle" is full: 3 of 3 seats are taken.',
    );
    expect(await readSeats(clinic, morning)).toEqual({ enrolled: 3, waitlisted: 2 });
  });
});

test('the roster through the morning: hold, transfer, disenroll and undo, release, then paper', async ({
  page,
  otherWindow,
}) => {
  const shell = new Shell(page);
  const enrollments = new EnrollmentsPage(page);
  const transfer = new TransferDialog(page);
  const clinic = await openClinic();
  const facilitator_id = clinic.people.facilitator.userId;
  const groupId = await createGroup(clinic, { name: 'Seeking Safety', max_capacity: 3, facilitator_id });
  const otherId = await createGroup(clinic, { name: 'Relapse Prevention', max_capacity: 5 });
  await fillGroup(clinic, groupId, 6);
  await signInAs(page, clinic, 'front_desk');
  await enrollments.open(clinic, groupId);

  await test.step('When the first who waits is held back, Then the place stays and the reason is read', async () => {
    await enrollments.act('Seated Person 4', 'Hold back');
    const dialog = enrollments.dialogNamed('Hold back Seated Person 4');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('travelling');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Hold back' }).click();
    await expect(shell.toast('Seated Person 4 is held back and keeps the place.')).toBeVisible();
    await expect(enrollments.waiting('Seated Person 4')).toContainText(
      /^1.*Held back by Fred Desk since .*: travelling/,
    );
    await expect(enrollments.waiting('Seated Person 5')).toContainText('Next in line');
  });

  await test.step('When a seat is transferred, Then one step does it and the toast names who moved up', async () => {
    await enrollments.act('Seated Person 1', 'Transfer');
    await transfer.chooseGroup('rela', 'Relapse Prevention');
    await expect(transfer.root).toContainText('Here: Seated Person 5 is next on the waitlist and gets the seat.');
    await transfer.reason.fill('Better hours');
    await expectAccessible(page);
    await transfer.submit.click();
    await expect(
      shell.toast(
        'Seated Person 1 was transferred to Relapse Prevention: seat 1 of 5. Seated Person 5 moved up from the waitlist here.',
      ),
    ).toBeVisible();
    await expect(enrollments.roster.getByRole('row', { name: /Seated Person 5/ })).toBeVisible();
    expect([await readSeats(clinic, groupId), await readSeats(clinic, otherId)]).toEqual([
      { enrolled: 3, waitlisted: 2 },
      { enrolled: 1, waitlisted: 0 },
    ]);
  });

  const facilitator = new Shell(otherWindow);
  await test.step('Then the group’s facilitator is told who moved up, and follows it to the roster', async () => {
    await signInAs(otherWindow, clinic, 'facilitator');
    await facilitator.open(clinic, '');
    await expect(facilitator.bell).toHaveAccessibleName('1 unread notification');
    await facilitator.bell.click();
    const told = otherWindow.getByRole('dialog', { name: 'Notifications' }).getByRole('listitem');
    await expect(told).toContainText(
      'Seated Person 5 moved up from the waitlist of Seeking Safety and has a seat now.',
    );
    await expectAccessible(otherWindow);
    await told.getByRole('link').click();
    await expect(new EnrollmentsPage(otherWindow).roster.getByRole('row', { name: /Seated Person 5/ })).toBeVisible();
    await expect(facilitator.bell).toHaveAccessibleName('Notifications, all read');
  });

  await test.step('When somebody is disenrolled by mistake, Then undo says what it cannot take back', async () => {
    const dialog = await enrollments.askToDisenroll('Seated Person 2');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Moved to Tucson');
    await dialog.getByRole('button', { name: 'Disenroll' }).click();
    const toast = shell.toast('Seated Person 2 was disenrolled. Seated Person 6 moved up from the waitlist.');
    await toast.getByRole('button', { name: 'Undo' }).click();
    const question = enrollments.dialogNamed('Enroll Seated Person 2 again?');
    await expect(question).toContainText(
      'Seated Person 6 has the seat now. Seated Person 2 would go to the waitlist, place 2.',
    );
    await question.getByRole('button', { name: 'Put on the waitlist' }).click();
    await expect(shell.toast('Seated Person 2 is on the waitlist, place 2. It is a new enrollment')).toBeVisible();
    await expect(enrollments.waiting('Seated Person 2')).toContainText(/^2/);
    await expect(facilitator.bell).toHaveAccessibleName('1 unread notification');
  });

  await test.step('Then the history of the seat tells who, when and why', async () => {
    await enrollments.act('Seated Person 2', 'Seat history');
    const history = enrollments.dialogNamed('Seat history of Seated Person 2');
    await expect(history).toContainText('Moved to Tucson');
    await expect(history).toContainText('Fred Desk');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();
  });

  await test.step('When the hold is released, Then the patient is next again', async () => {
    await enrollments.act('Seated Person 4', 'Release from hold');
    await expect(shell.toast('Seated Person 4 is no longer held back.')).toBeVisible();
    await expect(enrollments.waiting('Seated Person 4')).toContainText('Next in line');
  });

  await test.step('When the lists are printed, Then names are on the paper and the buttons are not', async () => {
    const paper = new RosterPrintPage(page);
    await enrollments.chooseForPaper('Print roster');
    const roster = paper.sheet('Roster');
    await expect(roster).toContainText('Roster: 3 of 3 seats');
    await expect(roster.getByRole('row', { name: /Person 5, Seated/ })).toBeVisible();
    await expectAccessible(page);
    expect(await paper.print()).toBe(1);
    await paper.choose('Sign-in sheet');
    await expect(paper.sheet('Sign-in sheet').getByRole('columnheader', { name: 'Signature' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
    await expect(shell.navigation).toBeHidden();
    await expect(paper.sheet('Sign-in sheet').getByRole('rowheader', { name: 'Person 3, Seated' })).toBeVisible();
    const pdf = (await page.pdf()).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), 'pages of a roster of three').toHaveLength(1);
    await page.emulateMedia({ media: null });
  });

  await test.step('When roster and waitlist are saved, Then the files have who has a seat and who waits, in order', async () => {
    await enrollments.open(clinic, groupId);
    const roster = await saveFile(page, () => enrollments.chooseForPaper('Export CSV: roster'));
    expect(roster.name).toMatch(/^roster-seeking-safety-\d{4}-\d\d-\d\d\.csv$/);
    expect(roster.text.match(/Person \d/g)).toEqual(['Person 3', 'Person 5', 'Person 6']);
    const waitlist = await saveFile(page, () => enrollments.chooseForPaper('Export CSV: waitlist'));
    expect(waitlist.text.match(/^\d,Person \d/gm)).toEqual(['1,Person 4', '2,Person 2']);
  });
});
