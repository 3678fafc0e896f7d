import { beforeAll, expect, test } from 'vitest';
import { type SignedIn, signUp } from '../support/api.ts';
import { addGroup, addPatients, type Clinic, createClinic, joinClinic } from '../support/clinic.ts';

let clinic: Clinic;
let desk: SignedIn;
beforeAll(async () => {
  clinic = await createClinic();
  desk = await joinClinic(clinic, 'front_desk');
});

test('who signs up has a profile with the name given', async () => {
  const { client, userId, email } = await signUp(undefined, 'Ada Lovelace');
  const { data } = await client.from('pf_profiles').select('id, full_name, email');
  expect(data).toEqual([{ id: userId, full_name: 'Ada Lovelace', email }]);
});

test('who creates an organization is its org_admin and sees its four roles', async () => {
  const { data } = await clinic.admin.client
    .from('pf_memberships')
    .select(
      'status, role:pf_roles!inner(key), organization:pf_organizations!pf_memberships_organization_id_fkey!inner(slug)',
    )
    .eq('user_id', clinic.admin.userId);
  expect(data).toEqual([{ status: 'active', role: { key: 'org_admin' }, organization: { slug: clinic.slug } }]);
  expect([...clinic.roles.keys()].sort()).toEqual(['facilitator', 'front_desk', 'org_admin', 'staff']);
});

test('the eleventh patient of ten waits in place 1; a disenrollment promotes that patient', async () => {
  const group = await addGroup(clinic, 10);
  const patients = await addPatients(clinic, 11);
  const enrollments = [];
  for (const patient of patients) {
    const { data } = await desk.client
      .rpc('pm_enroll_patient', { group_definition_id: group, patient_id: patient })
      .throwOnError();
    enrollments.push(data);
  }
  expect(enrollments.slice(0, 10).map((row) => row.status)).toEqual(Array(10).fill('enrolled'));
  expect(enrollments[10]).toMatchObject({ status: 'waitlisted', waitlist_position: 1, patient_id: patients[10] });

  const { data: overview } = await desk.client
    .from('pm_group_overview')
    .select('patient_count, waitlist_count, seats_free')
    .eq('id', group)
    .single();
  expect(overview).toEqual({ patient_count: 10, waitlist_count: 1, seats_free: 0 });

  const { data: ended } = await desk.client
    .rpc('pm_disenroll_patient', { enrollment_id: enrollments[3]?.id ?? '', reason: 'Moved away' })
    .throwOnError();
  expect(ended).toMatchObject({
    disenrolled: { id: enrollments[3]?.id, status: 'disenrolled', disenroll_reason: 'Moved away' },
    promoted: { id: enrollments[10]?.id, patient_id: patients[10], status: 'enrolled', waitlist_position: null },
  });

  const { data: log } = await desk.client
    .from('pm_group_activity_log')
    .select('action, performed_by, patient:pm_patients(last_name)')
    .eq('group_definition_id', group)
    .order('id', { ascending: false })
    .limit(2);
  expect(log).toEqual([
    { action: 'patient_promoted', performed_by: desk.userId, patient: { last_name: 'Example 11' } },
    { action: 'patient_disenrolled', performed_by: desk.userId, patient: { last_name: 'Example 4' } },
  ]);
});

test('40 patients at once, by function', async () => {
  const group = await addGroup(clinic, 30);
  const patients = await addPatients(clinic, 40);
  const { data } = await desk.client
    .rpc('pm_bulk_enroll_patients', { group_definition_id: group, patient_ids: patients })
    .throwOnError();
  expect(data).toMatchObject({ assigned: 30, waitlisted: 10, failed: 0 });
});

test('a bulk insert into a group with one seat left seats one and queues the rest in order', async () => {
  const group = await addGroup(clinic, 1);
  const patients = await addPatients(clinic, 3);
  const rows = patients.map((patient_id) => ({
    organization_id: clinic.id,
    group_definition_id: group,
    patient_id,
    status: 'enrolled',
  }));
  const { data } = await desk.client
    .from('pm_group_enrollments')
    .insert(rows)
    .select('patient_id, status, waitlist_position')
    .throwOnError();
  expect(data).toEqual([
    { patient_id: patients[0], status: 'enrolled', waitlist_position: null },
    { patient_id: patients[1], status: 'waitlisted', waitlist_position: 1 },
    { patient_id: patients[2], status: 'waitlisted', waitlist_position: 2 },
  ]);
});

test('20 requests at once for one seat: one seat, 19 places in one order', async () => {
  const group = await addGroup(clinic, 1);
  const patients = await addPatients(clinic, 20);
  const answers = await Promise.all(
    patients.map((patient) =>
      desk.client.rpc('pm_enroll_patient', { group_definition_id: group, patient_id: patient }).throwOnError(),
    ),
  );
  const positions = answers.map((answer) => answer.data.waitlist_position ?? 0).sort((a, b) => a - b);
  expect(positions).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('a patient is found by three letters, with count and range', async () => {
  await clinic.admin.client
    .from('pm_patients')
    .insert({ organization_id: clinic.id, mrn: 'ZED-1', first_name: 'Zenobia', last_name: 'Quill' })
    .throwOnError();
  const { data, count } = await desk.client
    .rpc('pm_search_patients', { organization_id: clinic.id, query: 'zen' }, { count: 'exact' })
    .range(0, 4);
  expect(data?.[0]).toMatchObject({ mrn: 'ZED-1' });
  expect(count).toBeGreaterThanOrEqual(1);
});
