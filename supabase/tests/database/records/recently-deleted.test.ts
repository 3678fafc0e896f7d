import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk, type Seat } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createPatient, createSession } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';

interface Deleted {
  kind: 'group' | 'enrollment' | 'patient';
  id: string;
  name: string;
  group_definition_id: string | null;
  patient_id: string | null;
  deleted_at: string;
  deleted_by: string | null;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const listed = (desk: Desk, by?: string) =>
  desk.list<Deleted>('pm_recently_deleted', { organization_id: desk.clinic.id }, by);
const personWith = async (desk: Desk, ...permissions: string[]) =>
  addMember(
    desk.pool,
    desk.clinic.id,
    await addRole(desk.pool, desk.clinic.id, permissions.join('_').replaceAll('.', '_').slice(0, 50), permissions),
  );

/** An enrollment, a patient and a group, deleted one after another: the first by the front desk, the others by the org_admin. */
async function deskWithDeleted() {
  const desk = await openDesk(database);
  const group = await desk.group(2, { name: 'Gone Group' });
  const [seated, removed] = [
    await createPatient(desk.pool, desk.clinic.id, { first_name: 'Stays', last_name: 'Here' }),
    await createPatient(desk.pool, desk.clinic.id, { first_name: 'José', last_name: 'Gone' }),
  ];
  const enrollment = at(await desk.enroll(group, [seated]), 0);
  await desk.ask('pm_delete_enrollment', { enrollment_id: enrollment }, desk.clinic.people.front_desk);
  await desk.ask('pm_delete_patient', { patient_id: removed });
  await desk.ask('pm_delete_group_definition', { group_definition_id: group });
  return { desk, group, enrollment, seated, removed };
}

test('groups, enrollments and patients in one list, the latest first, with who and when', async () => {
  const { desk, group, enrollment, seated, removed } = await deskWithDeleted();
  const { org_admin, front_desk } = desk.clinic.people;
  const rows = await listed(desk);
  const when = { deleted_at: expect.any(String) };
  expect(rows).toEqual([
    {
      ...{ kind: 'group', id: group, name: 'Gone Group', group_definition_id: group, patient_id: null },
      ...{ ...when, deleted_by: org_admin },
    },
    {
      ...{ kind: 'patient', id: removed, name: 'José Gone', group_definition_id: null, patient_id: removed },
      ...{ ...when, deleted_by: org_admin },
    },
    {
      ...{ kind: 'enrollment', id: enrollment, name: 'Stays Here in "Gone Group"' },
      ...{ group_definition_id: group, patient_id: seated, ...when, deleted_by: front_desk },
    },
  ]);
  const times = rows.map((row) => Date.parse(row.deleted_at));
  expect(times).toEqual([...times].sort((one, next) => next - one));
});

test('each kind is for who may delete it, and patients have names for who may view them', async () => {
  const { desk } = await deskWithDeleted();
  const seenBy = async (...permissions: string[]) =>
    (await listed(desk, await personWith(desk, ...permissions))).map((row) => [row.kind, row.name]);
  expect(await seenBy('pm.group_definitions.delete')).toEqual([['group', 'Gone Group']]);
  expect(await seenBy('pm.group_enrollments.delete')).toEqual([['enrollment', 'A patient in "Gone Group"']]);
  expect(await seenBy('pm.group_enrollments.delete', 'pm.patients.view')).toEqual([
    ['enrollment', 'Stays Here in "Gone Group"'],
  ]);
  expect(await seenBy('pm.patients.delete', 'pm.patients.view')).toEqual([['patient', 'José Gone']]);
  expect(await seenBy('pm.patients.delete')).toEqual([['patient', 'A patient']]);
  expect(await listed(desk, desk.clinic.people.front_desk)).toMatchObject([{ kind: 'enrollment' }]);
});

test('who may delete nothing, and who belongs elsewhere, is refused; others’ records are not listed', async () => {
  const { desk } = await deskWithDeleted();
  const other = await openDesk(database);
  for (const by of [desk.clinic.people.staff, other.clinic.people.org_admin]) {
    const refusal = await desk.refused('pm_recently_deleted', { organization_id: desk.clinic.id }, by);
    expect(refusal.code).toBe('PERMISSION_DENIED');
  }
  expect(await listed(other)).toEqual([]);
});

test('by whom: the last to delete it, and nobody when it was the database’s owner', async () => {
  const desk = await openDesk(database);
  const [mine, owners] = [
    await createPatient(desk.pool, desk.clinic.id),
    await createPatient(desk.pool, desk.clinic.id),
  ];
  const remover = await personWith(desk, 'pm.patients.delete');
  await desk.ask('pm_delete_patient', { patient_id: mine });
  await desk.ask('pm_restore_patient', { patient_id: mine });
  await desk.ask('pm_delete_patient', { patient_id: mine }, remover);
  await desk.pool.query('update public.pm_patients set deleted_at = clock_timestamp() where id = $1', [owners]);
  expect((await listed(desk)).map((row) => [row.id, row.deleted_by])).toEqual([
    [owners, null],
    [mine, remover],
  ]);
});

test('of the same patient’s enrollments in one group, each is listed with its own', async () => {
  const desk = await openDesk(database);
  const [group, patients] = [await desk.group(2), await desk.patients(1)];
  const { front_desk, org_admin } = desk.clinic.people;
  const made: string[] = [];
  for (const by of [front_desk, org_admin]) {
    const enrollment_id = at(await desk.enroll(group, patients), 0);
    await desk.ask('pm_delete_enrollment', { enrollment_id }, by);
    made.unshift(enrollment_id);
  }
  expect((await listed(desk)).map((row) => [row.id, row.deleted_by])).toEqual([
    [made[0], org_admin],
    [made[1], front_desk],
  ]);
});

test('the latest five hundred are listed', async () => {
  const desk = await openDesk(database);
  await desk.patients(501);
  await desk.pool.query(
    "update public.pm_patients set deleted_at = now() - (substring(last_name from '\\d+') || ' minutes')::interval where organization_id = $1",
    [desk.clinic.id],
  );
  const rows = await listed(desk);
  expect(rows.map((row) => row.name)).toEqual(Array.from({ length: 500 }, (_, index) => `Pat Example ${index + 1}`));
});

test('everything comes back by its function, and leaves the list', async () => {
  const { desk, group, enrollment, removed } = await deskWithDeleted();
  const tooEarly = await desk.refused('pm_restore_enrollment', { enrollment_id: enrollment });
  expect(tooEarly.code).toBe('GROUP_NOT_FOUND');
  await desk.ask('pm_restore_group_definition', { group_definition_id: group });
  await desk.ask('pm_restore_patient', { patient_id: removed });
  expect(await desk.ask('pm_restore_enrollment', { enrollment_id: enrollment })).toMatchObject({
    ...{ status: 'enrolled', deleted_at: null },
  });
  expect(await listed(desk)).toEqual([]);
});

test('the sessions of a deleted group stay, and are there when it comes back', async () => {
  const desk = await openDesk(database);
  const group_definition_id = await desk.group(2);
  const session = await createSession(desk.pool, desk.clinic.id, group_definition_id);
  const there = 'select status from public.pm_group_schedule where id = $1';
  await desk.ask('pm_delete_group_definition', { group_definition_id });
  expect(await value(desk.pool, there, [session])).toBe('scheduled');
  await desk.ask('pm_restore_group_definition', { group_definition_id });
  expect(await value(desk.pool, there, [session])).toBe('scheduled');
});

test('restoring obeys the capacity: into a free seat, else to the end of the waitlist', async () => {
  const desk = await openDesk(database);
  const [group, patients] = [await desk.group(1), await desk.patients(3)];
  const [first] = await desk.enroll(group, patients);
  await desk.ask('pm_delete_enrollment', { enrollment_id: first });
  expect(await desk.ask<Seat>('pm_restore_enrollment', { enrollment_id: first })).toMatchObject({
    status: 'waitlisted',
  });
  const [seated, ...waiting] = [at(patients, 1), at(patients, 2), at(patients, 0)];
  expect(await desk.line(group)).toEqual({ seated: [seated], waiting });
  expect(await listed(desk)).toEqual([]);
});

test('what stands in the way of restoring is said, and the enrollment stays in the list', async () => {
  const desk = await openDesk(database);
  const [group, patients] = [await desk.group(2, { name: 'Full House' }), await desk.patients(2)];
  const [again, orphan] = await desk.enroll(group, patients);
  for (const enrollment_id of [again, orphan]) await desk.ask('pm_delete_enrollment', { enrollment_id });
  await desk.enroll(group, [at(patients, 0)]);
  await desk.ask('pm_delete_patient', { patient_id: patients[1] });
  expect(await desk.refused('pm_restore_enrollment', { enrollment_id: again })).toMatchObject({
    ...{ code: 'PATIENT_ALREADY_ENROLLED', detail: 'The patient is already enrolled in "Full House".' },
  });
  expect((await desk.refused('pm_restore_enrollment', { enrollment_id: orphan })).code).toBe('PATIENT_NOT_FOUND');
  const ids = (await listed(desk)).filter((row) => row.kind === 'enrollment').map((row) => row.id);
  expect(ids).toEqual([orphan, again]);
});
