import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { asRole, asUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { rpc, value } from '../../support/rpc.ts';

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await openDatabase();
  desk = await openDesk(database);
});
afterAll(() => database.close());

const onePatient = async () => at(await desk.patients(1), 0);
const open = (patient_id: string, by?: string) => desk.ask<{ id: string }>('pm_open_patient', { patient_id }, by);
/** Who opened the record, in order. */
const openedBy = (patientId: string) =>
  value<(string | null)[]>(
    database.pool,
    "array(select performed_by from public.pf_audit_log where action = 'open' and target ->> 'id' = $1 order by id)",
    [patientId],
  );
const opened = () =>
  value<number>(database.pool, "(select count(*)::integer from public.pf_audit_log where action = 'open')");

test('opening a record gives the record and is logged: who, whose and when', async () => {
  const patient = await onePatient();
  expect(await open(patient, desk.clinic.people.staff)).toMatchObject({ id: patient, first_name: 'Pat' });
  const { rows } = await database.pool.query(
    "select organization_id, performed_by, target_table, target, changes, created_at > now() - interval '1 minute' as just_now from public.pf_audit_log where action = 'open' and target ->> 'id' = $1",
    [patient],
  );
  expect(rows).toEqual([
    {
      ...{ organization_id: desk.clinic.id, performed_by: desk.clinic.people.staff, target_table: 'pm_patients' },
      ...{ target: { id: patient }, changes: {}, just_now: true },
    },
  ]);
});

test('once in five minutes for each person and each patient', async () => {
  const { staff, front_desk } = desk.clinic.people;
  const [patient, another] = [await onePatient(), await onePatient()];
  for (const by of [staff, staff, front_desk, staff, front_desk]) await open(patient, by);
  await open(another, staff);
  expect(await openedBy(patient)).toEqual([staff, front_desk]);
  expect(await openedBy(another)).toEqual([staff]);
});

test.each([
  ['4 minutes 50 seconds', 1],
  ['5 minutes 10 seconds', 2],
])('after %s there are so many entries: %s', async (ago, count) => {
  const patient = await onePatient();
  await database.pool.query(
    `insert into public.pf_audit_log (organization_id, action, performed_by, target_table, target, changes, created_at)
     values ($1, 'open', $2, 'pm_patients', jsonb_build_object('id', $3::uuid), '{}', now() - $4::interval)`,
    [desk.clinic.id, desk.clinic.people.staff, patient, ago],
  );
  await open(patient, desk.clinic.people.staff);
  expect(await openedBy(patient)).toHaveLength(count);
});

test('lists, searches, rosters and pickers open no record', async () => {
  const { id, people } = desk.clinic;
  const patients = await desk.patients(3);
  const group_definition_id = await desk.group(2);
  await desk.enroll(group_definition_id, patients);
  const before = await opened();
  await desk.list('pm_search_patients', { organization_id: id, query: 'Pat' }, people.staff);
  await desk.list('pm_similar_patients', { organization_id: id, first_name: 'Pat', last_name: 'Example 1' });
  await desk.list('pm_group_roster', { group_definition_id });
  await desk.list('pm_waitlist', { group_definition_id });
  await asUser(database.pool, people.staff, (client) => client.query('select * from public.pm_patients'));
  expect(await opened()).toBe(before);
});

test('who may not view patients opens none, and nothing is logged', async () => {
  const { id, roles } = desk.clinic;
  const patient = await onePatient();
  const role = await addRole(database.pool, id, 'no_patients', ['pm.group_definitions.view', 'pm.patients.edit']);
  const blind = await addMember(database.pool, id, role);
  const suspended = await addMember(database.pool, id, roles.org_admin, 'Suspended', 'suspended');
  expect((await desk.refused('pm_open_patient', { patient_id: patient }, blind)).code).toBe('PERMISSION_DENIED');
  expect((await desk.refused('pm_open_patient', { patient_id: patient }, suspended)).code).toBe('PATIENT_NOT_FOUND');
  expect(await openedBy(patient)).toEqual([]);
});

test('a record of others, a deleted one and none get the same answer', async () => {
  const other = await openDesk(database);
  const [foreign, deleted] = [at(await other.patients(1), 0), await onePatient()];
  await desk.ask('pm_delete_patient', { patient_id: deleted });
  const before = await opened();
  const refusals = [];
  for (const patient_id of [foreign, deleted, randomUUID(), null]) {
    refusals.push(await desk.refused('pm_open_patient', { patient_id }));
  }
  expect(refusals[0]).toMatchObject({ code: 'PATIENT_NOT_FOUND', sqlstate: 'PT404' });
  for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
  expect(await opened()).toBe(before);
});

test('the secret key opens a record as nobody in particular, once in five minutes', async () => {
  const patient_id = await onePatient();
  const entries = await asRole(database.pool, 'service_role', {}, async (client) => {
    for (const _ of [1, 2]) await rpc(client, 'pm_open_patient', { patient_id });
    return value(
      client,
      "array(select performed_by from public.pf_audit_log where action = 'open' and target ->> 'id' = $1)",
      [patient_id],
    );
  });
  expect(entries).toEqual([null]);
});
