import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';

interface Role {
  id: string;
  organization_id: string;
  key: string;
  name: string;
  is_system: boolean;
}

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await openDatabase();
  desk = await openDesk(database);
});
afterAll(() => database.close());

const create = (name: string | null, further = {}, by?: string, at = desk) =>
  at.ask<Role>('pf_create_role', { organization_id: at.clinic.id, name, ...further }, by);
const refused = (name: string | null, further = {}, by?: string) =>
  desk.refused('pf_create_role', { organization_id: desk.clinic.id, name, ...further }, by);
const held = (roleId: string) =>
  value<string[]>(
    database.pool,
    'array(select permission_key from public.pf_role_permissions where role_id = $1 order by 1)',
    [roleId],
  );
const rolesThereAre = () => value<number>(database.pool, '(select count(*)::integer from public.pf_roles)');
const asAdmin = (sql: string, values: unknown[]) =>
  commitAsUser(
    database.pool,
    desk.clinic.people.org_admin,
    async (client) => (await client.query(sql, values)).rowCount,
  );
const remove = (roleId: string) => asAdmin('delete from public.pf_roles where id = $1', [roleId]);

test('a new role may do nothing, and the log says who made it', async () => {
  const role = await create('  Night shift ');
  expect(role).toMatchObject({
    ...{ organization_id: desk.clinic.id, key: 'night_shift', name: 'Night shift', is_system: false },
  });
  expect(await held(role.id)).toEqual([]);
  const { rows } = await database.pool.query(
    "select action, performed_by, changes from public.pf_audit_log where target_table = 'pf_roles' and target ->> 'id' = $1",
    [role.id],
  );
  expect(rows).toMatchObject([
    {
      ...{ action: 'insert', performed_by: desk.clinic.people.org_admin },
      changes: { name: { from: null, to: 'Night shift' } },
    },
  ]);
});

test('a copy holds what the copied role holds, and goes its own way from then on', async () => {
  const { roles, people } = desk.clinic;
  const copy = await create('Lead facilitator', { copied_role_id: roles.facilitator });
  const before = await held(roles.facilitator);
  expect(before.length).toBeGreaterThan(4);
  expect(await held(copy.id)).toEqual(before);
  const toggle = { role_id: copy.id, permission_key: 'pm.reports.view', granted: true };
  await commitAsUser(database.pool, people.org_admin, (client) => rpc(client, 'pf_set_role_permission', toggle));
  expect(await held(copy.id)).toContain('pm.reports.view');
  expect(await held(roles.facilitator)).toEqual(before);
});

test('a copy of the organization admin role is no system role: it can be given less, and be deleted', async () => {
  const copy = await create('Deputy', { copied_role_id: desk.clinic.roles.org_admin });
  expect(copy).toMatchObject({ key: 'deputy', is_system: false });
  expect(await held(copy.id)).toEqual(await held(desk.clinic.roles.org_admin));
  const toggle = { role_id: copy.id, permission_key: 'pm.reports.view', granted: false };
  await commitAsUser(database.pool, desk.clinic.people.org_admin, (client) =>
    rpc(client, 'pf_set_role_permission', toggle),
  );
  expect(await held(copy.id)).not.toContain('pm.reports.view');
  expect(await remove(copy.id)).toBe(1);
});

test('nobody copies more than they may do themselves', async () => {
  const { id, roles } = desk.clinic;
  const small = await addRole(database.pool, id, 'small', ['pm.patients.view']);
  const manager = await addRole(database.pool, id, 'role_manager', ['pf.permissions.manage', 'pm.patients.view']);
  const person = await addMember(database.pool, id, manager);
  const before = await rolesThereAre();
  for (const copied_role_id of [roles.org_admin, roles.staff, roles.facilitator]) {
    expect(await refused('More', { copied_role_id }, person)).toMatchObject({
      ...{ code: 'PERMISSION_DENIED', sqlstate: 'PT403', detail: expect.stringContaining('more than you may') },
    });
  }
  expect(await rolesThereAre()).toBe(before);
  for (const [name, copied_role_id, permissions] of [
    ['Small copy', small, ['pm.patients.view']],
    ['Own copy', manager, ['pf.permissions.manage', 'pm.patients.view']],
  ] as const) {
    expect(await held((await create(name, { copied_role_id }, person)).id)).toEqual(permissions);
  }
});

test('a permission that is switched off is not copied, so that nobody gets it when it is on again', async () => {
  const { id } = desk.clinic;
  const source = await addRole(database.pool, id, 'reporter', ['pm.reports.view', 'pm.patients.view']);
  const manager = await addRole(database.pool, id, 'copier', ['pf.permissions.manage', 'pm.patients.view']);
  const person = await addMember(database.pool, id, manager);
  const setActive = "update public.pf_permissions set is_active = $1 where key = 'pm.reports.view'";
  await database.pool.query(setActive, [false]);
  const copy = await create('Reporter copy', { copied_role_id: source }, person);
  await database.pool.query(setActive, [true]);
  expect(await held(copy.id)).toEqual(['pm.patients.view']);
});

test('making a role takes the permission; roles of others and roles that are none are not found', async () => {
  const other = await openDesk(database);
  const before = await rolesThereAre();
  for (const by of [desk.clinic.people.front_desk, desk.clinic.people.staff, other.clinic.people.org_admin]) {
    expect((await refused('Mine', {}, by)).code).toBe('PERMISSION_DENIED');
  }
  for (const copied_role_id of [other.clinic.roles.staff, desk.clinic.id]) {
    expect(await refused('Mine', { copied_role_id })).toMatchObject({ code: 'ROLE_NOT_FOUND', sqlstate: 'PT404' });
  }
  expect(await rolesThereAre()).toBe(before);
});

test.each([
  ['看護師', 'role'],
  ['ممرضة', 'role'],
  ['👩‍⚕️', 'role'],
  ['Ärzte & Pflege', 'arzte_pflege'],
  ['Über-Groß', 'uber_gross'],
  ['2nd shift', 'role_2nd_shift'],
  ["Robert'); drop table pf_roles; --", 'robert_drop_table_pf_roles'],
  ['<b>Bold</b> "quoted"', 'b_bold_b_quoted'],
  ['x'.repeat(100), 'x'.repeat(40)],
  ['9'.repeat(100), `role_${'9'.repeat(40)}`],
])('a role may be named %s', async (name, key) => {
  const fresh = await openDesk(database);
  expect(await create(name, {}, undefined, fresh)).toMatchObject({ name, key });
});

test('a name that another role has, too long a name and none are refused, with the name of the rule', async () => {
  await create('Intake');
  expect(await refused('Intake')).toMatchObject({ code: '23505', constraint: 'pf_roles_organization_id_name_key' });
  expect((await refused('\u00a0Intake ')).constraint).toBe('pf_roles_organization_id_name_key');
  for (const name of ['', ' \t', 'x'.repeat(101)])
    expect((await refused(name)).constraint).toBe('pf_roles_name_length');
  expect((await refused(null)).code).toBe('23502');
});

test('names that make the same key get a number, and none gets the key of a system role', async () => {
  const fresh = await openDesk(database);
  const keys: string[] = [];
  for (const name of ['On call', 'on-call', 'ON CALL!', 'Org Admin', 'الف', 'ب']) {
    keys.push((await create(name, {}, undefined, fresh)).key);
  }
  expect(keys).toEqual(['on_call', 'on_call_2', 'on_call_3', 'org_admin_2', 'role', 'role_2']);
});

test('roles made at once: each gets a key of its own, and of one name there is one', async () => {
  const { id, people } = (await openDesk(database)).clinic;
  await withConnections(database.url, 6, async (clients) => {
    const atOnce = (name: (index: number) => string) =>
      Promise.all(
        clients.map((client, index) =>
          attempt(client, people.org_admin, (request) =>
            rpc(request, 'pf_create_role', { organization_id: id, name: name(index) }),
          ),
        ),
      );
    expect(await atOnce((index) => `Weekend${'!'.repeat(index)}`)).toEqual(clients.map(() => 'done'));
    expect((await atOnce(() => 'Same')).sort()).toEqual([...clients.slice(1).map(() => '23505'), 'done']);
  });
  const keys = await value<string[]>(
    database.pool,
    "array(select key from public.pf_roles where organization_id = $1 and (key like 'weekend%' or name = 'Same') order by key)",
    [id],
  );
  expect(keys).toEqual(['same', 'weekend', 'weekend_2', 'weekend_3', 'weekend_4', 'weekend_5', 'weekend_6']);
});

test('renaming a role keeps its key', async () => {
  const role = await create('Before');
  expect(await asAdmin("update public.pf_roles set name = 'After' where id = $1", [role.id])).toBe(1);
  expect(await value(database.pool, 'select array[key, name] from public.pf_roles where id = $1', [role.id])).toEqual([
    'before',
    'After',
  ]);
});

test('a role is deleted when nobody holds it any more, suspended or not', async () => {
  const role = await create('Holders');
  const first = await addMember(database.pool, desk.clinic.id, role.id);
  const second = await addMember(database.pool, desk.clinic.id, role.id, 'Away', 'suspended');
  const give = (userId: string) =>
    asAdmin('update public.pf_memberships set role_id = $2 where user_id = $1', [userId, desk.clinic.roles.staff]);
  expect(await refusalOf(remove(role.id))).toMatchObject({
    ...{ code: 'ROLE_IN_USE', sqlstate: 'PT409', detail: '2 people hold the role "Holders".' },
  });
  await give(first);
  expect((await refusalOf(remove(role.id))).detail).toBe('One person holds the role "Holders".');
  await give(second);
  expect(await remove(role.id)).toBe(1);
});

test('an open invitation with a deleted role goes with it', async () => {
  const role = await create('Invited');
  const invitation = { organization_id: desk.clinic.id, email: 'new@example.test', role_id: role.id };
  await desk.ask('pf_create_invitation', invitation);
  expect(await remove(role.id)).toBe(1);
  const left = 'select count(*)::integer from public.pf_invitations where role_id = $1';
  expect(await value(database.pool, left, [role.id])).toBe(0);
});

test('system roles are not deleted, by anybody, and who may not manage roles deletes none', async () => {
  const role = await create('Kept');
  const statement = 'delete from public.pf_roles where id = $1';
  for (const system of [desk.clinic.roles.org_admin, desk.clinic.roles.staff]) {
    expect(await codeOf(remove(system))).toBe('PERMISSION_DENIED');
    expect(await codeOf(database.pool.query(statement, [system]))).toBe('PERMISSION_DENIED');
  }
  const other = await openDesk(database);
  for (const by of [desk.clinic.people.front_desk, other.clinic.people.org_admin]) {
    const deleted = await commitAsUser(database.pool, by, (client) => client.query(statement, [role.id]));
    expect(deleted.rowCount).toBe(0);
  }
});
