import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRole, asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { value } from '../../support/rpc.ts';

let database: TestDatabase;
let clinic: Organization;
let manager: string;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  const role = await addRole(database.pool, clinic.id, 'people_manager', ['pf.members.view', 'pf.members.manage']);
  manager = await addMember(database.pool, clinic.id, role);
});
afterAll(() => database.close());

const remove = (by: string, userId: string) =>
  commitAsUser(database.pool, by, (client) =>
    client.query('delete from public.pf_memberships where user_id = $1', [userId]),
  );

test('who manages members has no power over people who may do more', async () => {
  await addMember(database.pool, clinic.id, clinic.roles.org_admin);
  for (const sql of [
    "update public.pf_memberships set status = 'suspended' where user_id = $1",
    'update public.pf_memberships set role_id = (select role_id from public.pf_memberships where user_id = auth.uid()) where user_id = $1',
    'delete from public.pf_memberships where user_id = $1',
  ]) {
    const attempt = asUser(database.pool, manager, (client) => client.query(sql, [clinic.people.org_admin]));
    expect(await codeOf(attempt)).toBe('PERMISSION_DENIED');
  }
});

test('the secret key, which every server-side integration has, suspends a member', async () => {
  const member = await addMember(database.pool, clinic.id, clinic.roles.staff);
  const changed = await asRole(database.pool, 'service_role', { role: 'service_role' }, (client) =>
    client.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [member]),
  );
  expect(changed.rowCount).toBe(1);
});

test('who led a session is suspended, not removed', async () => {
  const leader = await addMember(database.pool, clinic.id, clinic.roles.facilitator);
  const group = await createGroup(database.pool, clinic.id);
  const session = await createSession(database.pool, clinic.id, group, { co_facilitator_id: leader });
  expect(await codeOf(remove(clinic.people.org_admin, leader))).toBe('MEMBER_HAS_SESSIONS');
  const named = await value(database.pool, 'select co_facilitator_id from public.pm_group_schedule where id = $1', [
    session,
  ]);
  expect(named).toBe(leader);
});

test('a member who leaves is no longer named on groups', async () => {
  const leader = await addMember(database.pool, clinic.id, clinic.roles.facilitator);
  const group = await createGroup(database.pool, clinic.id, { facilitator_id: leader });
  await remove(clinic.people.org_admin, leader);
  const named = await value(database.pool, 'select facilitator_id from public.pm_group_definitions where id = $1', [
    group,
  ]);
  expect(named).toBeNull();
});

test('an account can be erased although its person made sessions that are over', async () => {
  const author = await addMember(database.pool, clinic.id, clinic.roles.org_admin);
  const group = await createGroup(database.pool, clinic.id);
  const session = await createSession(database.pool, clinic.id, group, {
    session_date: '2026-03-09',
    created_by: author,
  });
  await database.pool.query("update public.pm_group_schedule set status = 'completed' where id = $1", [session]);
  await database.pool.query('delete from auth.users where id = $1', [author]);
  expect(await value(database.pool, 'select status from public.pm_group_schedule where id = $1', [session])).toBe(
    'completed',
  );
});

test("no organization is nobody's: a null id is refused", async () => {
  const attempt = asUser(database.pool, clinic.people.staff, (client) =>
    client.query('select * from public.pm_group_statistics(null)'),
  );
  expect(await codeOf(attempt)).toBe('PERMISSION_DENIED');
});
