import { expectAccessible } from '../commands/accessibility.ts';
import { clickTwice } from '../commands/clicks.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { addDays, dayOfCalmWeek, weekdayCode } from '../commands/dates.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { enroll, readSeats } from '../commands/seats.ts';
import { closeDay, createSeries, readSessions } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { CohortPage } from '../pages/cohort-page.ts';
import { GroupDialogs } from '../pages/group-dialogs.ts';
import { GroupsPages } from '../pages/groups-pages.ts';
import { Shell } from '../pages/shell.ts';

interface GroupFacts {
  id: string;
  name: string;
  start_date: string | null;
  max_capacity: number;
  status: string;
}

/** The clinic's groups by name, as the database has them. */
async function readGroups(clinic: Clinic): Promise<GroupFacts[]> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_group_definitions')
    .select('id, name, start_date, max_capacity, status')
    .eq('organization_id', clinic.id)
    .order('name')
    .throwOnError();
  return data;
}

test('two groups become the next cohort: previewed with what stands in the way, made once, as previewed', async ({
  page,
}) => {
  const shell = new Shell(page);
  const wizard = new CohortPage(page);
  const clinic = await openClinic();
  const first = dayOfCalmWeek(clinic.timezone, 2);
  const term = { start_date: first, end_date: addDays(first, 13) };
  const skills = await createGroup(clinic, { name: 'Skills Spring', max_capacity: 3, ...term });
  const grief = await createGroup(clinic, { name: 'Grief Spring', max_capacity: 4, ...term });
  await fillGroup(clinic, skills, 3);
  await fillGroup(clinic, grief, 2);
  await createSeries(clinic, skills, `FREQ=WEEKLY;BYDAY=${weekdayCode(first)};COUNT=2`, [first, addDays(first, 7)]);
  // The second session of the next cycle falls on it.
  await closeDay(clinic, addDays(first, 3 * 7 + 7), 'Founders day');
  const calls: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/rpc/pm_batch_clone_groups') || request.method() !== 'POST') return;
    if (request.postDataJSON().preview !== true) calls.push(request.url());
  });
  await signInAs(page, clinic, 'org_admin');

  await test.step('Given two groups ticked in the list, both moved three weeks on', async () => {
    await shell.open(clinic, 'pm/groups');
    await wizard.cloneFromList(['Grief Spring', 'Skills Spring']);
    await expectAccessible(page);
    await wizard.next('When does the next cycle run?');
    await expect(page.getByText('All dates are 2 weeks later, on the same weekdays.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Weeks later' }).fill('3');
    await expect(page.getByText('All dates are 3 weeks later, on the same weekdays.')).toBeVisible();
    await expectAccessible(page);
    await wizard.next('Names, capacity, and what comes along');
  });

  await test.step('When names change at once, a group gets smaller, and sessions come along', async () => {
    await wizard.replaceInNames('Spring', 'Summer');
    await expect(wizard.nameOf('Skills Spring')).toHaveValue('Skills Summer');
    await wizard.capacityOf('Skills Spring').fill('2');
    await wizard.takeAlong('Sessions').check();
    await expectAccessible(page);
    await wizard.next('What will be made');
  });

  await test.step('Then the preview tells who would wait and which session is left out, and nothing is made', async () => {
    await expect(page.getByText('2 groups, 4 patients with a seat, 1 on waitlists, 1 session')).toBeVisible();
    const small = wizard.group('Skills Summer');
    await expect(small).toContainText('2 patients get a seat (2 of 2), 1 would wait.');
    await small.getByRole('button', { name: 'Show the 1 session left out' }).click();
    await expect(small).toContainText('Founders day');
    await expect(wizard.group('Grief Summer')).toContainText('2 patients get a seat (2 of 4).');
    await expectAccessible(page);
    expect(await readGroups(clinic)).toHaveLength(2);
  });

  await test.step('When one goes back by the browser, Then what was entered is still there to be mended', async () => {
    await page.goBack();
    await expect(wizard.step('Names, capacity, and what comes along')).toBeVisible();
    await expect(wizard.nameOf('Grief Spring')).toHaveValue('Grief Summer');
    await expect(wizard.capacityOf('Skills Spring')).toHaveValue('2');
    await expect(wizard.takeAlong('Sessions')).toBeChecked();
    await wizard.capacityOf('Skills Spring').fill('3');
    await wizard.next('What will be made');
    await expect(wizard.group('Skills Summer')).toContainText('3 patients get a seat (3 of 3).');
  });

  await test.step('When the last button is clicked twice, Then one cohort is made, as previewed', async () => {
    await expect(wizard.make).toHaveText('Make 2 groups');
    await clickTwice(wizard.make);
    await expect(shell.heading).toHaveText('2 groups were made');
    await expectAccessible(page);
    expect(calls).toHaveLength(1);
    const made = (await readGroups(clinic)).filter(({ name }) => name.endsWith('Summer'));
    expect(made.map(({ name, start_date, max_capacity }) => ({ name, start_date, max_capacity }))).toEqual([
      { name: 'Grief Summer', start_date: addDays(first, 21), max_capacity: 4 },
      { name: 'Skills Summer', start_date: addDays(first, 21), max_capacity: 3 },
    ]);
    const newSkills = made[1]?.id ?? '';
    expect(await readSeats(clinic, newSkills)).toEqual({ enrolled: 3, waitlisted: 0 });
    expect((await readSessions(clinic, newSkills)).map(({ session_date }) => session_date)).toEqual([
      addDays(first, 21),
    ]);
    await wizard.group('Skills Summer').getByRole('link', { name: 'Skills Summer' }).click();
    await expect(shell.heading).toHaveText('Skills Summer');
  });
});

test('a group under its minimum: a seat for somebody who waits elsewhere, then all move into another group', async ({
  page,
}) => {
  const shell = new Shell(page);
  const dialogs = new GroupDialogs(page);
  const clinic = await openClinic();
  const thin = await createGroup(clinic, { name: 'Thin Circle', min_capacity: 4, max_capacity: 6 });
  const full = await createGroup(clinic, { name: 'Full Circle', max_capacity: 1 });
  const target = await createGroup(clinic, { name: 'Wide Circle', max_capacity: 2 });
  await fillGroup(clinic, thin, 1);
  await fillGroup(clinic, full, 1);
  await fillGroup(clinic, target, 1);
  await enroll(clinic, full, await createPatient(clinic, 'Wanda', 'Waiting', { phone: '+1 602 555 0100' }));
  for (const weekday of [2, 4]) {
    await createSession(clinic, {
      group_definition_id: thin,
      session_date: dayOfCalmWeek(clinic.timezone, weekday),
      start_time: '09:00',
      end_time: '10:00',
    });
  }
  await signInAs(page, clinic, 'org_admin');

  await test.step('Then the group says so before the session, with the choices', async () => {
    await shell.open(clinic, `pm/groups/${thin}`);
    await expect(dialogs.underMinimum).toContainText('1 of the 4 patients that a session needs is enrolled');
    await expect(dialogs.underMinimum).toContainText('The next session is');
    await expectAccessible(page);
  });

  await test.step('When a seat is given to somebody who waits in a like group, Then she has it and waits no more', async () => {
    await dialogs.openInvite();
    await dialogs.invite.getByRole('checkbox', { name: 'Wanda Waiting' }).check();
    await expect(dialogs.invite).toContainText('1 chosen, 5 seats are free.');
    await expectAccessible(page);
    await dialogs.invite.getByRole('button', { name: 'Give a seat' }).click();
    await expect(dialogs.invite).toContainText('Wanda Waiting has seat 2 of 6.');
    await page.keyboard.press('Escape');
    expect([await readSeats(clinic, thin), await readSeats(clinic, full)]).toEqual([
      { enrolled: 2, waitlisted: 0 },
      { enrolled: 1, waitlisted: 0 },
    ]);
  });

  await test.step('When the next session is cancelled, Then everybody on its roster is there to be told', async () => {
    await dialogs.underMinimum.getByRole('button', { name: 'Cancel and tell everyone…' }).click();
    await dialogs.cancelNext.getByRole('textbox', { name: 'Reason' }).fill('Too few of us this week');
    await dialogs.cancelNext.getByRole('button', { name: 'Cancel it and go on' }).click();
    await expect(page.getByText('0 of 2 told')).toBeVisible();
    await expect(page.getByRole('link', { name: '+1 602 555 0100' })).toHaveAttribute('href', 'tel:+16025550100');
    await page.getByRole('checkbox', { name: 'Wanda Waiting was told' }).check();
    await expect(page.getByText('1 of 2 told')).toBeVisible();
    await expectAccessible(page);
    await shell.open(clinic, `pm/groups/${thin}`);
  });

  await test.step('When it is merged, Then the preview names who gets a seat, who waits and what is cancelled', async () => {
    await dialogs.openMerge('Wide Circle');
    await expect(dialogs.merge).toContainText(
      '1 patient gets a seat in Wide Circle and 1 patient goes on the waitlist of Wide Circle.',
    );
    await expect(dialogs.merge).toContainText('1 session to come is cancelled, and Thin Circle becomes completed.');
    await expect(dialogs.merge).toContainText('1 patient who has a seat now will only wait');
    await expectAccessible(page);
    expect(await readSeats(clinic, target)).toEqual({ enrolled: 1, waitlisted: 0 });
    await dialogs.merge.getByRole('button', { name: 'Merge the groups' }).click();
    await expect(dialogs.merge).toContainText('Thin Circle is completed.');
    await expect(dialogs.merge).toContainText('Wanda Waiting (waits now)');
    await expectAccessible(page);
    expect(await readSeats(clinic, target)).toEqual({ enrolled: 2, waitlisted: 1 });
    expect((await readSessions(clinic, thin)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    await dialogs.merge.getByRole('button', { name: 'Done' }).click();
    await shell.open(clinic, 'pm/groups');
    await expect(new GroupsPages(page).group('Wide Circle')).toBeVisible();
    expect((await readGroups(clinic)).find(({ id }) => id === thin)?.status).toBe('completed');
  });
});
