import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatient, createSession, insertRow } from '../../support/records.ts';
import { refusalOf } from '../../support/refusal.ts';

let database: TestDatabase;
let home: Organization;
let away: Organization;

beforeAll(async () => {
  database = await openDatabase();
  home = await createOrganization(database.pool);
  away = await createOrganization(database.pool);
});
afterAll(() => database.close());

/** Tables of both modules with their foreign keys, from the catalogue. */
const foreignKeys = `
  select k.conrelid::regclass::text as child, k.conname as name, k.confrelid::regclass::text as parent,
    array(select attname::text from pg_attribute where attrelid = k.conrelid and attnum = any (k.conkey)) as columns
  from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    and exists (select from pg_attribute where attrelid = k.confrelid and attname = 'organization_id')
    and exists (select from pg_attribute where attrelid = k.conrelid and attname = 'organization_id')`;

test('every foreign key between tables of an organization carries the organization', async () => {
  const { rows } = await database.pool.query<{ child: string; name: string; columns: string[] }>(foreignKeys);
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows) expect(row.columns, `${row.child} ${row.name}`).toContain('organization_id');
});

// The owner bypasses row level security, and here the triggers too: the keys alone must hold.
test.each([
  [
    'an enrollment into a foreign group',
    'pm_group_enrollments',
    'pm_group_enrollments_group_fkey',
    async () => ({
      organization_id: home.id,
      group_definition_id: await createGroup(database.pool, away.id),
      patient_id: await createPatient(database.pool, home.id),
      starts_on: '2026-01-01',
    }),
  ],
  [
    'an enrollment of a foreign patient',
    'pm_group_enrollments',
    'pm_group_enrollments_patient_fkey',
    async () => ({
      organization_id: home.id,
      group_definition_id: await createGroup(database.pool, home.id),
      patient_id: await createPatient(database.pool, away.id),
      starts_on: '2026-01-01',
    }),
  ],
  [
    'a session of a foreign group',
    'pm_group_schedule',
    'pm_group_schedule_group_fkey',
    async () => ({
      organization_id: home.id,
      group_definition_id: await createGroup(database.pool, away.id),
      session_date: '2026-03-02',
      start_time: '09:00',
      end_time: '10:00',
    }),
  ],
  [
    'a group with a foreign facilitator',
    'pm_group_definitions',
    'pm_group_definitions_facilitator_fkey',
    async () => ({
      organization_id: home.id,
      name: 'Group',
      group_type: 'therapy',
      facilitator_id: away.people.facilitator,
    }),
  ],
  [
    'a membership with a foreign role',
    'pf_memberships',
    'pf_memberships_role_fkey',
    async () => ({
      organization_id: home.id,
      user_id: away.people.staff,
      role_id: away.roles.staff,
    }),
  ],
  [
    'an invitation to a foreign role',
    'pf_invitations',
    'pf_invitations_role_fkey',
    async () => ({
      organization_id: home.id,
      email: 'x@example.test',
      role_id: away.roles.staff,
      token_hash: 'x',
      expires_at: '2099-01-01',
    }),
  ],
  [
    'a permission of a foreign role',
    'pf_role_permissions',
    'pf_role_permissions_role_fkey',
    async () => ({
      organization_id: home.id,
      role_id: away.roles.staff,
      permission_key: 'pm.reports.view',
    }),
  ],
  [
    'a log entry of a foreign group',
    'pm_group_activity_log',
    'pm_group_activity_log_group_fkey',
    async () => ({
      organization_id: home.id,
      group_definition_id: await createGroup(database.pool, away.id),
      action: 'x',
    }),
  ],
])('not even the owner can make %s', async (_what, table, constraint, columns) => {
  const values = await columns();
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`alter table public.${table} disable trigger user`);
    const names = Object.keys(values);
    const places = names.map((_, index) => `$${index + 1}`);
    const insert = `insert into public.${table} (${names}) values (${places})`;
    expect((await refusalOf(client.query(insert, Object.values(values)))).constraint).toBe(constraint);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('an existing row cannot be moved into another organization', async () => {
  const group = await createGroup(database.pool, home.id);
  await createSession(database.pool, home.id, group);
  await insertRow(database.pool, 'pm_group_enrollments', {
    organization_id: home.id,
    group_definition_id: group,
    patient_id: await createPatient(database.pool, home.id),
  });
  const move = 'update public.pm_group_definitions set organization_id = $2 where id = $1';
  expect((await refusalOf(database.pool.query(move, [group, away.id]))).sqlstate).toBe('23503');
});
