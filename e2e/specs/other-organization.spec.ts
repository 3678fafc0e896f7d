import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession, fillGroup } from '../commands/records.ts';
import { rest } from '../commands/rest.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

/** A clinic with a record of every kind, and their ids. */
async function openBusyClinic() {
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Secret Group', max_capacity: 2 });
  await fillGroup(clinic, groupId, 3);
  const patientId = await createPatient(clinic, 'Secret', 'Patient');
  const date = dayOfCalmWeek(clinic.timezone, 2);
  const sessionId = await createSession(clinic, {
    group_definition_id: groupId,
    session_date: date,
    start_time: '09:00',
    end_time: '10:00',
  });
  const { data: enrollment } = await clinic.people.org_admin.client
    .from('pm_group_enrollments')
    .select('id')
    .eq('group_definition_id', groupId)
    .limit(1)
    .single()
    .throwOnError();
  return { clinic, groupId, patientId, sessionId, date, enrollmentId: enrollment.id };
}

const TENANT_TABLES = [
  'pf_memberships',
  'pf_roles',
  'pf_role_permissions',
  'pf_invitations',
  'pf_domain_events',
  'pf_audit_log',
  'pm_patients',
  'pm_group_definitions',
  'pm_group_schedule',
  'pm_group_enrollments',
  'pm_group_activity_log',
  'pm_group_overview',
];

/** The outbox is for integrators; the log has nothing of a clinic where nothing was changed. */
const mayBeEmpty = new Set(['pf_domain_events', 'pf_audit_log']);

test('another organization: its admin sees nothing of this one, whatever address is typed', async ({ page }) => {
  const shell = new Shell(page);
  const [{ clinic, groupId, patientId, sessionId, date }, other] = await Promise.all([openBusyClinic(), openClinic()]);
  await signInAs(page, other, 'org_admin');

  for (const path of ['', 'pm/groups', `pm/groups/${groupId}`, `pm/patients/${patientId}`, 'pm/schedule']) {
    await test.step(`When the other's address is opened (${path.replace(/[0-9a-f-]{36}/, ':id')}), Then it is no organization of theirs`, async () => {
      await shell.open(clinic, path);
      await expect(shell.heading).toHaveText('You do not belong to this organization');
      await expect(page.getByText(/Secret|Seated/)).toHaveCount(0);
      await expect(page.getByText(clinic.name)).toHaveCount(0);
    });
  }
  await expectAccessible(page);

  const under: [path: string, words: string][] = [
    [`pm/groups/${groupId}`, 'There is no such group'],
    [`pm/groups/${groupId}/enrollments`, 'There is no such group'],
    [`pm/groups/${groupId}/edit`, 'There is no such group'],
    [`pm/patients/${patientId}`, 'There is no such patient here'],
    [`pm/patients/${patientId}/edit`, 'There is no such patient here'],
    [`pm/schedule?view=week&date=${date}&session=${sessionId}`, 'There is no such session'],
    ['pm/patients?search=secret', 'Nobody found'],
    ['pm/groups?search=secret', 'No group matches'],
  ];
  for (const [path, words] of under) {
    await test.step(`When the id is put under the own organization (${path.replace(/[0-9a-f-]{36}/g, ':id')}), Then there is nothing`, async () => {
      await shell.open(other, path);
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(page.getByText(/Secret Group|Secret Patient|Seated Person/)).toHaveCount(0);
      await expectAccessible(page);
    });
  }
});

test('another organization: its session and these ids get nothing from the API', async () => {
  const [{ clinic, groupId, patientId, sessionId, enrollmentId }, other] = await Promise.all([
    openBusyClinic(),
    openClinic(),
  ]);
  const { client } = other.people.org_admin;

  await test.step('Reading: no row of any table, while the own admin has them', async () => {
    for (const table of TENANT_TABLES) {
      const filter = `select=organization_id&organization_id=eq.${clinic.id}`;
      if (!mayBeEmpty.has(table)) expect(await rest(clinic.people.org_admin, table, filter), table).not.toEqual([]);
      expect(await rest(other.people.org_admin, table, filter), table).toEqual([]);
    }
    const { data: names } = await client
      .from('pf_profiles')
      .select('id')
      .in(
        'id',
        Object.values(clinic.people).map(({ userId }) => userId),
      )
      .throwOnError();
    expect(names).toEqual([]);
  });

  await test.step('Changing: no row is found to be changed', async () => {
    const { data: patients } = await client
      .from('pm_patients')
      .update({ last_name: 'Stolen' })
      .eq('id', patientId)
      .select('id')
      .throwOnError();
    const { data: sessions } = await client
      .from('pm_group_schedule')
      .update({ notes: 'Stolen' })
      .eq('id', sessionId)
      .select('id')
      .throwOnError();
    expect([patients, sessions]).toEqual([[], []]);
  });

  await test.step('Adding: refused, into their organization and from the own one', async () => {
    const intoTheirs = await client
      .from('pm_patients')
      .insert({ organization_id: clinic.id, mrn: 'X', first_name: 'X', last_name: 'X' });
    expect(intoTheirs.error?.code).toBe('42501');
    const ownPatient = await createPatient(other, 'Own', 'Patient');
    const seats = await client.rpc('pm_enroll_patient', { group_definition_id: groupId, patient_id: ownPatient });
    expect(seats.error?.message).toMatch(/^(GROUP_NOT_FOUND|PERMISSION_DENIED)$/);
  });

  await test.step('Calling: every function refuses the ids', async () => {
    const answers = await Promise.all([
      client.rpc('pm_disenroll_patient', { enrollment_id: enrollmentId }),
      client.rpc('pm_promote_enrollment', { enrollment_id: enrollmentId }),
      client.rpc('pm_delete_enrollment', { enrollment_id: enrollmentId }),
      client.rpc('pm_cancel_session', { session_id: sessionId, reason: 'Stolen' }),
      client.rpc('pm_delete_group_definition', { group_definition_id: groupId }),
    ]);
    for (const { error } of answers) expect(error?.message).toMatch(/^([A-Z]+_NOT_FOUND|PERMISSION_DENIED)$/);
    const found = await client.rpc('pm_search_patients', { organization_id: clinic.id, query: 'secret' });
    expect(found.data ?? []).toEqual([]);
  });
});
