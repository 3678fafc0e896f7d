import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatients, insertRow } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';

// The statements are those of PM-04, "Soft Delete and Data Retention", run as the database's owner with its search path.
const restoreGroup = (groupId: string, organizationId: string) => `UPDATE pm_group_definitions
SET deleted_at = NULL, updated_at = NOW()
WHERE id = '${groupId}'
  AND organization_id = '${organizationId}';`;
const restoreEnrollment = (enrollmentId: string, organizationId: string) => `UPDATE pm_group_enrollments
SET deleted_at = NULL, updated_at = NOW()
WHERE id = '${enrollmentId}'
  AND organization_id = '${organizationId}';`;

let database: TestDatabase;
let clinic: Organization;
beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

const remove = (table: string, id: string) =>
  database.pool.query(`update public.${table} set deleted_at = now() where id = $1`, [id]);
const enroll = (group: string, patient_id: string) =>
  insertRow(database.pool, 'pm_group_enrollments', {
    organization_id: clinic.id,
    group_definition_id: group,
    patient_id,
  });
const stateOf = async (id: string) =>
  (
    await database.pool.query(
      'select status, waitlist_position, deleted_at from public.pm_group_enrollments where id = $1',
      [id],
    )
  ).rows[0];

test('the printed SQL restores a group', async () => {
  const group = await createGroup(database.pool, clinic.id);
  await remove('pm_group_definitions', group);
  expect((await database.pool.query(restoreGroup(group, clinic.id))).rowCount).toBe(1);
  const { rows } = await database.pool.query('select deleted_at from public.pm_group_definitions where id = $1', [
    group,
  ]);
  expect(rows).toEqual([{ deleted_at: null }]);
});

test('the printed SQL restores an enrollment, which obeys the capacity like any other', async () => {
  const group = await createGroup(database.pool, clinic.id, { max_capacity: 1 });
  const [first, second] = await createPatients(database.pool, clinic.id, 2);
  const [seat, waiting] = [await enroll(group, first ?? ''), await enroll(group, second ?? '')];
  await remove('pm_group_enrollments', seat);
  expect(await stateOf(waiting)).toMatchObject({ status: 'enrolled' });
  expect((await database.pool.query(restoreEnrollment(seat, clinic.id))).rowCount).toBe(1);
  expect(await stateOf(seat)).toEqual({ status: 'waitlisted', waitlist_position: 1, deleted_at: null });
});

test('the printed SQL does not put a patient into a group twice', async () => {
  const group = await createGroup(database.pool, clinic.id);
  const [patient] = await createPatients(database.pool, clinic.id, 1);
  const old = await enroll(group, patient ?? '');
  await remove('pm_group_enrollments', old);
  await enroll(group, patient ?? '');
  expect(await codeOf(database.pool.query(restoreEnrollment(old, clinic.id)))).toBe('PATIENT_ALREADY_ENROLLED');
});
