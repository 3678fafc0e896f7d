import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatient, createPatients } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, backendOf, waitsForLock, withConnections } from '../../support/several-connections.ts';

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

const asAdmin = (name: string, values: Record<string, unknown>) =>
  commitAsUser(database.pool, clinic.people.org_admin, (client) => rpc(client, name, values));

test.each<[string, Record<string, unknown>, string]>([
  ['an MRN that is taken', { mrn: 'TAKEN' }, 'organization_id_mrn_key'],
  ['no first name', { first_name: ' ' }, 'first_name_length'],
  ['a last name of 10,000 characters', { last_name: 'x'.repeat(10_000) }, 'last_name_length'],
  ['a birth in 1899', { date_of_birth: '1899-12-31' }, 'date_of_birth_range'],
  ['a birth in 2200', { date_of_birth: '2200-01-01' }, 'date_of_birth_range'],
  ['an e-mail without @', { email: 'nobody' }, 'email_format'],
  ['an unknown status', { status: 'gone' }, 'status_check'],
  ['custom fields that are no object', { custom_fields: '"x"' }, 'custom_fields_object'],
])('%s violates a constraint with a name', async (_what, columns, constraint) => {
  const fresh = await createOrganization(database.pool);
  await createPatient(database.pool, fresh.id, { mrn: 'TAKEN' });
  expect((await refusalOf(createPatient(database.pool, fresh.id, columns))).constraint).toBe(
    `pm_patients_${constraint}`,
  );
});

test('an MRN stays taken while its patient is deleted, and is free in another organization', async () => {
  const id = await createPatient(database.pool, clinic.id, { mrn: 'KEPT' });
  await asAdmin('pm_delete_patient', { patient_id: id });
  expect((await refusalOf(createPatient(database.pool, clinic.id, { mrn: 'KEPT' }))).sqlstate).toBe('23505');
  const other = await createOrganization(database.pool);
  expect(await createPatient(database.pool, other.id, { mrn: 'KEPT' })).not.toBe(id);
});

test('deleting a patient frees the seats, and restoring does not take them back', async () => {
  const [patient, next] = await createPatients(database.pool, clinic.id, 2);
  const groups = [
    await createGroup(database.pool, clinic.id, { max_capacity: 1 }),
    await createGroup(database.pool, clinic.id, { max_capacity: 1 }),
  ];
  for (const group of groups) {
    await asAdmin('pm_bulk_enroll_patients', { group_definition_id: group, patient_ids: [patient, next] });
  }
  await asAdmin('pm_delete_patient', { patient_id: patient });
  const seats = () =>
    value<string[]>(
      database.pool,
      "array(select patient_id::text from public.pm_group_enrollments where group_definition_id = any ($1::uuid[]) and status = 'enrolled')",
      [groups],
    );
  expect(await seats()).toEqual([next, next]);
  expect(await codeOf(asAdmin('pm_delete_patient', { patient_id: patient }))).toBe('PATIENT_NOT_FOUND');
  await asAdmin('pm_restore_patient', { patient_id: patient });
  expect(await seats()).toEqual([next, next]);
  expect(await codeOf(asAdmin('pm_restore_patient', { patient_id: patient }))).toBe('PATIENT_NOT_FOUND');
});

test('an enrollment that was deleted by mistake does not come back for a deleted patient', async () => {
  const group = await createGroup(database.pool, clinic.id);
  const patient = await createPatient(database.pool, clinic.id);
  const enrollment = await asAdmin('pm_enroll_patient', { group_definition_id: group, patient_id: patient });
  await asAdmin('pm_delete_enrollment', { enrollment_id: enrollment.id });
  await asAdmin('pm_delete_patient', { patient_id: patient });
  expect(await codeOf(asAdmin('pm_restore_enrollment', { enrollment_id: enrollment.id }))).toBe('PATIENT_NOT_FOUND');
});

test.each(['enrolling first', 'deleting first'])(
  'a patient who is enrolled while being deleted (%s) holds no seat afterwards',
  async (order) => {
    const group = await createGroup(database.pool, clinic.id);
    const patient = await createPatient(database.pool, clinic.id);
    const enrolls = (session: pg.ClientBase) =>
      rpc(session, 'pm_enroll_patient', { group_definition_id: group, patient_id: patient });
    const deletes = (session: pg.ClientBase) => rpc(session, 'pm_delete_patient', { patient_id: patient });
    const [first, second] = order === 'enrolling first' ? [enrolls, deletes] : [deletes, enrolls];
    const userId = clinic.people.org_admin;

    const answers = await withConnections(database.url, 2, async ([one, two]) => {
      if (one === undefined || two === undefined) throw new Error('No connections');
      const backend = await backendOf(two);
      let waiting: Promise<string> | undefined;
      const answer = await attempt(one, userId, async (session) => {
        await first(session);
        waiting = attempt(two, userId, second);
        // The first commits only when the second stands at its lock.
        await expect.poll(() => waitsForLock(database.pool, backend), { timeout: 10_000 }).toBe(true);
      });
      return [answer, await waiting];
    });
    expect(answers).toEqual(['done', order === 'enrolling first' ? 'done' : 'PATIENT_NOT_FOUND']);
    expect(
      await value(
        database.pool,
        "select count(*)::int from public.pm_group_enrollments where patient_id = $1 and status <> 'disenrolled'",
        [patient],
      ),
    ).toBe(0);
  },
);

test('deleting takes the permission; patients of others are not found', async () => {
  const id = await createPatient(database.pool, clinic.id);
  const stranger = (await createOrganization(database.pool)).people.org_admin;
  const remove = (userId: string) =>
    codeOf(asUser(database.pool, userId, (client) => rpc(client, 'pm_delete_patient', { patient_id: id })));
  expect(await remove(clinic.people.front_desk)).toBe('PERMISSION_DENIED');
  expect(await remove(stranger)).toBe('PATIENT_NOT_FOUND');
});
