import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRole, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';

let database: TestDatabase;
let clinic: Organization;
beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  await createGroup(database.pool, clinic.id);
});
afterAll(() => database.close());

test.each([
  ['pf_audit_log', 'action'],
  ['pm_group_activity_log', 'action'],
])('%s is append-only for its owner: no update, no delete, no truncate', async (table, column) => {
  const count = async () => (await database.pool.query(`select from public.${table}`)).rowCount ?? 0;
  const before = await count();
  expect(before).toBeGreaterThan(0);
  for (const statement of [
    `update public.${table} set ${column} = 'nothing'`,
    `delete from public.${table}`,
    `truncate public.${table}`,
    `truncate public.${table} cascade`,
  ]) {
    expect(await codeOf(database.pool.query(statement)), statement).toBe('PERMISSION_DENIED');
  }
  expect(await count()).toBe(before);
});

test('the secret key may read the logs and the events, and change none of them', async () => {
  for (const table of ['pf_audit_log', 'pm_group_activity_log', 'pf_domain_events']) {
    const attempt = (sql: string) => asRole(database.pool, 'service_role', {}, (client) => client.query(sql));
    expect((await attempt(`select from public.${table}`)).command).toBe('SELECT');
    expect(await codeOf(attempt(`delete from public.${table}`))).toBe('42501');
    expect(await codeOf(attempt(`truncate public.${table}`))).toBe('42501');
  }
});

interface Entry {
  action: string;
  target_table: string;
  performed_by: string | null;
  changes: Record<string, { from: unknown; to: unknown }>;
}

test('the audit log names who changed whose rights, from what to what', async () => {
  const { people, roles, id } = clinic;
  const before = await database.pool.query('select from public.pf_audit_log');
  await commitAsUser(database.pool, people.org_admin, async (client) => {
    await client.query('update public.pf_memberships set role_id = $2 where user_id = $1', [
      people.staff,
      roles.front_desk,
    ]);
    await client.query("update public.pf_organizations set name = 'New Name' where id = $1", [id]);
    await client.query(
      "delete from public.pf_role_permissions where role_id = $1 and permission_key = 'pm.patients.view'",
      [roles.staff],
    );
  });
  const { rows } = await database.pool.query<Entry>(
    'select action, target_table, performed_by, changes from public.pf_audit_log order by id offset $1',
    [before.rowCount],
  );
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'update',
      target_table: 'pf_memberships',
      changes: { role_id: { from: roles.staff, to: roles.front_desk } },
    }),
    expect.objectContaining({
      target_table: 'pf_organizations',
      changes: { name: { from: 'Test Clinic', to: 'New Name' } },
    }),
    expect.objectContaining({
      action: 'delete',
      target_table: 'pf_role_permissions',
      changes: expect.objectContaining({ permission_key: { from: 'pm.patients.view', to: null } }),
    }),
  ]);
  expect(new Set(rows.map((row) => row.performed_by))).toEqual(new Set([people.org_admin]));
});
