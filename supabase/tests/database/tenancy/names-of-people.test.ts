import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser, createUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createPatient } from '../../support/records.ts';

interface Person {
  user_id: string;
  full_name: string;
  is_member: boolean;
}

let database: TestDatabase;
let desk: Desk;
let other: Desk;
beforeAll(async () => {
  database = await openDatabase();
  desk = await openDesk(database);
  other = await openDesk(database);
});
afterAll(() => database.close());

const names = (user_ids: (string | null)[] | null, by?: string) =>
  desk.list<Person>('pf_names_of_people', { organization_id: desk.clinic.id, user_ids }, by);
const editPatient = async (by: string) => {
  const patient = await createPatient(database.pool, desk.clinic.id);
  await commitAsUser(database.pool, by, (client) =>
    client.query("update public.pm_patients set notes = 'Seen' where id = $1", [patient]),
  );
};
const leave = (userId: string) =>
  commitAsUser(database.pool, desk.clinic.people.org_admin, (client) =>
    client.query('delete from public.pf_memberships where organization_id = $1 and user_id = $2', [
      desk.clinic.id,
      userId,
    ]),
  );

test('members have names, suspended ones too', async () => {
  const { id, roles, people } = desk.clinic;
  const away = await addMember(database.pool, id, roles.staff, 'Someone Away', 'suspended');
  const found = await names([people.staff, away]);
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    expect.arrayContaining([
      { user_id: people.staff, full_name: 'The staff', is_member: true },
      { user_id: away, full_name: 'Someone Away', is_member: true },
    ]),
  );
});

test('who left is still named where a log names them, and not otherwise', async () => {
  const { id, roles } = desk.clinic;
  const editor = await addMember(database.pool, id, roles.front_desk, 'Was An Editor');
  const enroller = await addMember(database.pool, id, roles.front_desk, 'Was An Enroller');
  const idler = await addMember(database.pool, id, roles.front_desk, 'Was Idle');
  await editPatient(editor);
  const [patient_id] = await desk.patients(1);
  await desk.ask('pm_enroll_patient', { group_definition_id: await desk.group(2), patient_id }, enroller);
  for (const person of [editor, enroller, idler]) await leave(person);
  const found = await names([editor, enroller, idler]);
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    expect.arrayContaining([
      { user_id: editor, full_name: 'Was An Editor', is_member: false },
      { user_id: enroller, full_name: 'Was An Enroller', is_member: false },
    ]),
  );
});

test('people of other organizations have no names here, whatever they did there', async () => {
  const { org_admin, front_desk } = other.clinic.people;
  const patient = await createPatient(database.pool, other.clinic.id);
  await commitAsUser(database.pool, front_desk, (client) =>
    client.query("update public.pm_patients set notes = 'Seen' where id = $1", [patient]),
  );
  const nobody = await createUser(database.pool, `${randomUUID()}@example.test`);
  expect(await names([org_admin, front_desk, nobody, randomUUID(), null])).toEqual([]);
});

test('of more than five hundred ids the first five hundred count', async () => {
  const { staff } = desk.clinic.people;
  const unknown = (count: number) => Array.from({ length: count }, () => randomUUID());
  expect(await names([...unknown(499), staff])).toHaveLength(1);
  expect(await names([...unknown(500), staff])).toEqual([]);
  expect(await names([staff, staff, staff])).toHaveLength(1);
  for (const nothing of [[], null]) expect(await names(nothing)).toEqual([]);
});

test('every active member may ask, and nobody else', async () => {
  const { id, people, roles } = desk.clinic;
  const powerless = await addMember(database.pool, id, await addRole(database.pool, id, 'powerless', []));
  for (const by of [people.staff, powerless]) expect(await names([people.staff], by)).toHaveLength(1);
  const suspended = await addMember(database.pool, id, roles.org_admin, 'Suspended', 'suspended');
  const former = await addMember(database.pool, id, roles.org_admin, 'Former');
  await leave(former);
  for (const by of [suspended, former, other.clinic.people.org_admin]) {
    const values = { organization_id: id, user_ids: [people.staff] };
    expect((await desk.refused('pf_names_of_people', values, by)).code).toBe('PERMISSION_DENIED');
  }
});
