import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';

let database: TestDatabase;
let clinic: Organization;
let groupId: string;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  groupId = await createGroup(database.pool, clinic.id);
});
afterAll(() => database.close());

const toggle = (by: string, roleId: string, permission: string, granted: boolean | null) =>
  commitAsUser(database.pool, by, (client) =>
    rpc(client, 'pf_set_role_permission', { role_id: roleId, permission_key: permission, granted }),
  );
const rename = (by: string) =>
  commitAsUser(
    database.pool,
    by,
    async (client) =>
      (await client.query("update public.pm_group_definitions set description = 'x' where id = $1", [groupId]))
        .rowCount,
  );
const held = (roleId: string) =>
  value<string[]>(
    database.pool,
    'array(select permission_key from public.pf_role_permissions where role_id = $1 order by 1)',
    [roleId],
  );

test('a toggle takes effect with the next statement, in both directions', async () => {
  const { people, roles } = clinic;
  expect(await rename(people.facilitator)).toBe(0);
  await toggle(people.org_admin, roles.facilitator, 'pm.group_definitions.edit', true);
  expect(await rename(people.facilitator)).toBe(1);
  await toggle(people.org_admin, roles.facilitator, 'pm.group_definitions.edit', false);
  expect(await rename(people.facilitator)).toBe(0);
});

test('repeating a toggle changes nothing', async () => {
  const before = await held(clinic.roles.staff);
  await toggle(clinic.people.org_admin, clinic.roles.staff, 'pm.patients.view', true);
  await toggle(clinic.people.org_admin, clinic.roles.staff, 'pm.reports.view', false);
  expect(await held(clinic.roles.staff)).toEqual(before);
});

test('the roles of a new organization start with what PM-04 and the design name', async () => {
  const fresh = await createOrganization(database.pool);
  const views = [
    'pm.group_definitions.view',
    'pm.group_enrollments.view',
    'pm.group_schedule.view',
    'pm.patients.view',
  ];
  const all = await value<string[]>(database.pool, 'array(select key from public.pf_permissions order by 1)');
  expect(await held(fresh.roles.org_admin)).toEqual(all);
  expect(await held(fresh.roles.staff)).toEqual(views);
  const every = (resource: string, actions: string) => actions.split(' ').map((action) => `pm.${resource}.${action}`);
  expect(await held(fresh.roles.facilitator)).toEqual(
    [
      ...views,
      'pm.question_sets.view',
      ...every('group_schedule', 'create edit delete'),
      ...every('group_attendance', 'view edit'),
    ].sort(),
  );
  expect(await held(fresh.roles.front_desk)).toEqual(
    [...views, ...every('group_enrollments', 'create edit delete'), ...every('patients', 'create edit')].sort(),
  );
});

test('org_admin keeps every permission, whoever tries to take one and by whatever way', async () => {
  const { people, roles } = clinic;
  expect(await refusalOf(toggle(people.org_admin, roles.org_admin, 'pm.patients.view', false))).toMatchObject({
    code: 'PERMISSION_DENIED',
    sqlstate: 'PT403',
    detail: 'The organization admin role always holds every permission.',
  });
  const remove = 'delete from public.pf_role_permissions where role_id = $1';
  expect(
    await codeOf(asUser(database.pool, people.org_admin, (client) => client.query(remove, [roles.org_admin]))),
  ).toBe('PERMISSION_DENIED');
  expect(await codeOf(database.pool.query(remove, [roles.org_admin]))).toBe('PERMISSION_DENIED');
});

test('org_admin of every organization gets a new permission, and one that is active again', async () => {
  const other = await createOrganization(database.pool);
  await database.pool.query(
    "insert into public.pf_permissions (key, module, resource, action, description) values ('pm.rooms.view', 'pm', 'rooms', 'view', 'View rooms')",
  );
  for (const organization of [clinic, other])
    expect(await held(organization.roles.org_admin)).toContain('pm.rooms.view');
  expect(await held(clinic.roles.staff)).not.toContain('pm.rooms.view');
});

test('an inactive permission grants nothing to anybody', async () => {
  await database.pool.query("update public.pf_permissions set is_active = false where key = 'pm.reports.view'");
  const has = (userId: string) =>
    asUser(database.pool, userId, (client) =>
      value<number>(client, "select count(*)::int from private.organizations_with('pm.reports.view')"),
    );
  expect(await has(clinic.people.org_admin)).toBe(0);
  await database.pool.query("update public.pf_permissions set is_active = true where key = 'pm.reports.view'");
  expect(await has(clinic.people.org_admin)).toBe(1);
});

test('nobody grants what they do not hold, by function or by plain insert', async () => {
  const limited = await addRole(database.pool, clinic.id, 'limited', ['pf.permissions.manage', 'pf.members.manage']);
  const person = await addMember(database.pool, clinic.id, limited);
  expect(await codeOf(toggle(person, limited, 'pm.patients.delete', true))).toBe('PERMISSION_DENIED');
  const insert = `insert into public.pf_role_permissions (organization_id, role_id, permission_key) values ($1, $2, 'pm.patients.delete')`;
  expect(
    await refusalOf(asUser(database.pool, person, (client) => client.query(insert, [clinic.id, limited]))),
  ).toMatchObject({ code: 'PERMISSION_DENIED', detail: expect.stringContaining('pm.patients.delete') });
});

test('nobody hands out a role that may do more than they may themselves', async () => {
  const manager = await addRole(database.pool, clinic.id, 'member_manager', ['pf.members.manage', 'pf.members.view']);
  const person = await addMember(database.pool, clinic.id, manager);
  const promote = 'update public.pf_memberships set role_id = $3 where organization_id = $1 and user_id = $2';
  const give = (userId: string) =>
    asUser(database.pool, person, (client) => client.query(promote, [clinic.id, userId, clinic.roles.org_admin]));
  expect(await codeOf(give(person))).toBe('PERMISSION_DENIED');
  expect(await codeOf(give(clinic.people.staff))).toBe('PERMISSION_DENIED');
});

test('a toggle needs the permission, a role of the own organization and a permission that exists', async () => {
  const { people, roles } = clinic;
  const stranger = (await createOrganization(database.pool)).people.org_admin;
  expect(await codeOf(toggle(people.staff, roles.staff, 'pm.reports.view', true))).toBe('PERMISSION_DENIED');
  expect(await codeOf(toggle(stranger, roles.staff, 'pm.reports.view', true))).toBe('ROLE_NOT_FOUND');
  expect(await codeOf(toggle(people.org_admin, roles.staff, 'pm.everything', true))).toBe('PERMISSION_NOT_FOUND');
  expect(await codeOf(toggle(people.org_admin, roles.staff, 'pm.reports.view', null))).toBe('INVALID_INPUT');
});

test('system roles stay what they are; others can be renamed and, when nobody holds them, deleted', async () => {
  const asAdmin = (sql: string, values: unknown[]) =>
    asUser(database.pool, clinic.people.org_admin, async (client) => (await client.query(sql, values)).rowCount);
  const remove = 'delete from public.pf_roles where id = $1';
  expect(await codeOf(asAdmin(remove, [clinic.roles.staff]))).toBe('PERMISSION_DENIED');
  expect(await codeOf(asAdmin(remove, [clinic.roles.facilitator]))).toBe('ROLE_IN_USE');
  expect(await asAdmin("update public.pf_roles set name = 'Therapist' where id = $1", [clinic.roles.facilitator])).toBe(
    1,
  );
  const unused = await addRole(database.pool, clinic.id, 'unused', ['pm.patients.view']);
  expect(await asAdmin(remove, [unused])).toBe(1);
});

test('a suspended member is locked out with the next statement', async () => {
  const person = await addMember(database.pool, clinic.id, clinic.roles.org_admin);
  expect(await rename(person)).toBe(1);
  await commitAsUser(database.pool, clinic.people.org_admin, (client) =>
    client.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [person]),
  );
  expect(await rename(person)).toBe(0);
});
