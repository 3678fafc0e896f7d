import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { addDays, dayOfCalmWeek } from '../commands/dates.ts';
import { collectViolations } from '../commands/policy-violations.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { closeDay } from '../commands/series.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

const TYPES = ['therapy', 'psychoeducation', 'skills_training', 'support', 'iop', 'php', 'other'];

test.use({ colorScheme: 'dark' });

test('in the dark, axe finds nothing and the policy stops nothing: every group type, every state, every page', async ({
  page,
}) => {
  const violations = await collectViolations(page);
  const shell = new Shell(page);
  const clinic = await openClinic();
  const { client } = clinic.people.org_admin;
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const sessions: string[] = [];
  const groups: string[] = [];
  for (const [index, group_type] of TYPES.entries()) {
    const id = await createGroup(clinic, {
      name: `Group of ${group_type}`,
      group_type,
      max_capacity: 2,
      min_capacity: 1,
      location: 'Room 1',
    });
    groups.push(id);
    sessions.push(
      await createSession(clinic, {
        group_definition_id: id,
        session_date: date,
        start_time: `${String(9 + index).padStart(2, '0')}:00`,
        end_time: `${String(10 + index).padStart(2, '0')}:00`,
      }),
    );
  }
  const [first = '', second = '', third = ''] = sessions;
  await client.rpc('pm_start_session', { session_id: first }).throwOnError();
  await client.rpc('pm_complete_session', { session_id: second }).throwOnError();
  await client.rpc('pm_cancel_session', { session_id: third, reason: 'Clinic closed' }).throwOnError();
  await fillGroup(clinic, groups[0] ?? '', 3);
  const patientId = await createPatient(clinic, 'Ines', 'Moreau');
  await closeDay(clinic, addDays(date, 7), 'Staff retreat');

  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/sign-up');
  await expect(shell.heading).toHaveText('Create an account');
  await signInAs(page, clinic, 'org_admin');
  const pages: [path: string, shows: string][] = [
    ['', '1 waiting'],
    [`pm/schedule?view=month&date=${date}`, 'Group of therapy'],
    [`pm/schedule?view=week&date=${date}&session=${third}`, 'Clinic closed'],
    [`pm/schedule?view=list&date=${date}`, 'Group of other'],
    [`pm/schedule?view=people&date=${date}`, 'No facilitator'],
    [`pm/schedule/print?date=${date}`, 'Group of php'],
    [`pm/schedule?view=week&date=${date}&dialog=new`, 'Schedule session'],
    [`pm/schedule?view=week&date=${date}&dialog=series&group=${groups[3]}&on=${date}&from=09:00`, 'Room 1 is taken by'],
    [`pm/schedule?view=week&date=${date}&dialog=cancel-several&on=${date}`, '4 of 5 sessions chosen'],
    [`pm/schedule?view=week&date=${date}&dialog=subscribe`, 'My sessions'],
    ['pm/groups', 'Group of other'],
    ['pm/groups/new', 'Create group'],
    [`pm/groups/${groups[0]}`, '2 of 2 seats, 1 waiting'],
    [`pm/groups/${groups[0]}/enrollments`, 'Seated Person 3'],
    [`pm/groups/${groups[0]}/enrollments?dialog=enroll`, 'The group is full'],
    [`pm/groups/${groups[0]}/activity`, 'created the group'],
    ['pm/patients', 'Seated Person 3'],
    [`pm/patients/${patientId}`, 'In no group yet'],
    ['pm/patients/new', 'Create patient'],
    ['settings/organization', 'Locations to choose from'],
    ['settings/members', 'Stella Staff'],
    ['settings/permissions', 'Permission'],
    ['settings/audit-log', 'Group of therapy'],
    ['settings/recently-deleted', 'Nothing is deleted'],
    ['settings/integrity', 'Check again'],
    ['nowhere', 'There is no such page'],
  ];
  for (const [path, shows] of pages) {
    await test.step(`/${path.replace(/[0-9a-f-]{36}/g, ':id')}`, async () => {
      await shell.open(clinic, path);
      await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await expectAccessible(page);
    });
  }
  expect(violations).toEqual([]);
});
