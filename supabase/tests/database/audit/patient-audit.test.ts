import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { asRole, asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { createPatient } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { value } from '../../support/rpc.ts';
import { importPatients, line } from '../patients/import-desk.ts';

interface Entry {
  action: string;
  performed_by: string | null;
  target_table: string;
  target: Record<string, unknown>;
  changes: Record<string, { from: unknown; to: unknown }>;
}

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await openDatabase();
  desk = await openDesk(database);
});
afterAll(() => database.close());

/** What the log has of the patient, oldest first. */
async function entriesOf(patientId: string): Promise<Entry[]> {
  const { rows } = await database.pool.query<Entry>(
    `select action, performed_by, target_table, target, changes from public.pf_audit_log
     where target_table = 'pm_patients' and target ->> 'id' = $1 order by id`,
    [patientId],
  );
  return rows;
}
const asFrontDesk = (sql: string, values: unknown[]) =>
  commitAsUser(database.pool, desk.clinic.people.front_desk, (client) => client.query<{ id: string }>(sql, values));

/** A patient made through the API by the front desk. Returns the id. */
async function addPatient(mrn: string, further = 'null'): Promise<string> {
  const { rows } = await asFrontDesk(
    `insert into public.pm_patients (organization_id, mrn, first_name, last_name, phone) values ($1, $2, 'Ann', 'Lee', ${further}) returning id`,
    [desk.clinic.id, mrn],
  );
  return at(rows, 0).id;
}

/** The patient as the log tells it: every change applied in order. */
const toldBy = (entries: Entry[]) =>
  Object.fromEntries(entries.flatMap(({ changes }) => Object.entries(changes).map(([name, { to }]) => [name, to])));
const rowOf = (patientId: string) =>
  value<Record<string, unknown>>(
    database.pool,
    "select to_jsonb(patient) - array['search_text', 'created_at', 'updated_at'] from public.pm_patients patient where id = $1",
    [patientId],
  );

test('adding, changing, deleting and restoring a patient are logged with before and after', async () => {
  const { front_desk, org_admin } = desk.clinic.people;
  const patient_id = await addPatient('LOG-1', "'555'");
  await asFrontDesk("update public.pm_patients set phone = null, notes = ' Calls back ' where id = $1", [patient_id]);
  await desk.ask('pm_delete_patient', { patient_id });
  await desk.ask('pm_restore_patient', { patient_id });
  const entries = await entriesOf(patient_id);
  expect(entries.map((entry) => [entry.action, entry.performed_by])).toEqual([
    ...[
      ['insert', front_desk],
      ['update', front_desk],
    ],
    ...[
      ['update', org_admin],
      ['update', org_admin],
    ],
  ]);
  expect(new Set(entries.map((entry) => JSON.stringify(entry.target)))).toEqual(new Set([`{"id":"${patient_id}"}`]));
  const [added, changed, deleted, restored] = entries.map((entry) => entry.changes);
  expect(added).toMatchObject({
    ...{ mrn: { from: null, to: 'LOG-1' }, first_name: { from: null, to: 'Ann' }, phone: { from: null, to: '555' } },
  });
  expect(changed).toEqual({ phone: { from: '555', to: null }, notes: { from: null, to: 'Calls back' } });
  expect(deleted).toEqual({ deleted_at: { from: null, to: expect.any(String) } });
  expect(restored).toEqual({ deleted_at: { from: deleted?.deleted_at?.to, to: null } });
});

test('the log tells the whole record, and neither the search text nor when rows were touched', async () => {
  const patient = await addPatient('LOG-2', "'(555) 123-4567'");
  await asFrontDesk(
    `update public.pm_patients set first_name = 'José "Pepe" <b>', custom_fields = '{"a": [1, null]}', date_of_birth = '1990-02-03' where id = $1`,
    [patient],
  );
  await asFrontDesk("update public.pm_patients set email = 'a@b.test', status = 'inactive' where id = $1", [patient]);
  const entries = await entriesOf(patient);
  expect(entries).toHaveLength(3);
  expect(toldBy(entries)).toEqual(await rowOf(patient));
});

test('what changes nothing, or is refused, leaves no entry', async () => {
  const patient = await addPatient('LOG-3');
  await asFrontDesk("update public.pm_patients set first_name = ' Ann ' where id = $1", [patient]);
  expect(
    await codeOf(asFrontDesk("update public.pm_patients set phone = '1', first_name = '' where id = $1", [patient])),
  ).toBe('23514');
  await commitAsUser(database.pool, desk.clinic.people.staff, (client) =>
    client.query("update public.pm_patients set phone = '1' where id = $1", [patient]),
  );
  expect((await entriesOf(patient)).map((entry) => entry.action)).toEqual(['insert']);
});

test('an import is logged patient by patient; a preview and a line that is left out are not', async () => {
  const known = await addPatient('LOG-4');
  const born = { date_of_birth: '1980-01-02' };
  const file = [
    line('LOG-4', 'Ann', 'Changed', { phone: '602' }),
    line('LOG-5', 'Dora', 'Twin', born),
    line('LOG-6', 'Dora', 'Twin', born),
    line('', 'Nobody', 'New'),
  ];
  const entries = () => value<number>(database.pool, '(select count(*)::integer from public.pf_audit_log)');
  const before = await entries();
  await importPatients(desk, file, { on_existing: 'update', preview: true });
  expect(await entries()).toBe(before);
  const { results } = await importPatients(desk, file, { on_existing: 'update' });
  expect(results.map((result) => result.status)).toEqual(['updated', 'created', 'similar', 'failed']);
  expect(await entries()).toBe(before + 2);
  expect(at(await entriesOf(known), -1)).toMatchObject({
    ...{ action: 'update', performed_by: desk.clinic.people.front_desk },
    changes: { last_name: { from: 'Lee', to: 'Changed' }, phone: { from: null, to: '602' } },
  });
  const created = results[1]?.patient_id ?? '';
  expect(await entriesOf(created)).toMatchObject([{ action: 'insert', performed_by: desk.clinic.people.front_desk }]);
  expect(toldBy(await entriesOf(created))).toEqual(await rowOf(created));
  await importPatients(desk, file, { on_existing: 'update' });
  expect(await entries()).toBe(before + 2);
});

test('the secret key and the database’s owner are logged too, without a person', async () => {
  const patient = await createPatient(database.pool, desk.clinic.id);
  await database.pool.query("update public.pm_patients set phone = '1' where id = $1", [patient]);
  expect(await entriesOf(patient)).toMatchObject([
    { action: 'insert', performed_by: null },
    { action: 'update', performed_by: null, changes: { phone: { from: null, to: '1' } } },
  ]);
  const phone = await asRole(database.pool, 'service_role', {}, async (client) => {
    await client.query("update public.pm_patients set phone = '2' where id = $1", [patient]);
    return value(client, "select changes -> 'phone' from public.pf_audit_log order by id desc limit 1");
  });
  expect(phone).toEqual({ from: '1', to: '2' });
});

test('who holds pf.audit_log.view reads the entries, of the own organization alone', async () => {
  const patient = await addPatient('LOG-7');
  const other = await openDesk(database);
  const seenBy = (userId: string) =>
    asUser(database.pool, userId, async (client) => {
      const { rowCount } = await client.query("select from public.pf_audit_log where target ->> 'id' = $1", [patient]);
      return rowCount;
    });
  expect(await seenBy(desk.clinic.people.org_admin)).toBe(1);
  for (const by of [desk.clinic.people.front_desk, other.clinic.people.org_admin]) expect(await seenBy(by)).toBe(0);
});

test('an auditor who may not see patients reads the log without them', async () => {
  const patient = await addPatient('LOG-9');
  const auditing = await openDesk(database);
  const [own] = await auditing.patients(1);
  const role = '(select id from public.pf_roles where organization_id = $1 and key = $2)';
  const of = [auditing.clinic.id, 'front_desk'];
  await database.pool.query(
    `insert into public.pf_role_permissions (organization_id, role_id, permission_key) select $1, ${role}, 'pf.audit_log.view'`,
    of,
  );
  const seen = () =>
    asUser(database.pool, auditing.clinic.people.front_desk, async (client) => {
      const { rows } = await client.query<{ about: string }>(
        "select distinct target_table as about from public.pf_audit_log where target ->> 'id' = any ($1) or target_table = 'pf_role_permissions'",
        [[own, patient]],
      );
      return rows.map(({ about }) => about).sort();
    });
  expect(await seen()).toEqual(['pf_role_permissions', 'pm_patients']);
  await database.pool.query(
    `delete from public.pf_role_permissions where organization_id = $1 and role_id = ${role} and permission_key = 'pm.patients.view'`,
    of,
  );
  expect(await seen()).toEqual(['pf_role_permissions']);
});

test('entries about patients stay as they are, for the database’s owner too', async () => {
  const patient_id = await addPatient('LOG-8');
  await desk.ask('pm_open_patient', { patient_id });
  const before = await entriesOf(patient_id);
  expect(before).toHaveLength(2);
  for (const statement of [
    "update public.pf_audit_log set changes = '{}'",
    "update public.pf_audit_log set performed_by = null where action = 'open'",
    "delete from public.pf_audit_log where target_table = 'pm_patients'",
    'truncate public.pf_audit_log',
  ]) {
    expect(await codeOf(database.pool.query(statement)), statement).toBe('PERMISSION_DENIED');
  }
  expect(await entriesOf(patient_id)).toEqual(before);
});
