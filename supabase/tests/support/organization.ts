import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createUser } from './database.ts';

export const roleKeys = ['org_admin', 'facilitator', 'front_desk', 'staff'] as const;
export type RoleKey = (typeof roleKeys)[number];

export interface Organization {
  id: string;
  timezone: string;
  /** Role ids by key. */
  roles: Record<RoleKey, string>;
  /** User ids: one person in each role. */
  people: Record<RoleKey, string>;
}

/** A person with a role in the organization, made by the database's owner. Returns the user's id. */
export async function addMember(
  pool: pg.Pool,
  organizationId: string,
  roleId: string,
  name = 'Member',
  status = 'active',
): Promise<string> {
  const userId = await createUser(pool, `${randomUUID()}@example.test`, name);
  await pool.query(
    'insert into public.pf_memberships (organization_id, user_id, role_id, status) values ($1, $2, $3, $4)',
    [organizationId, userId, roleId, status],
  );
  return userId;
}

/** A role of the organization's own with exactly these permissions. Returns its id. */
export async function addRole(
  pool: pg.Pool,
  organizationId: string,
  key: string,
  permissions: string[],
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'insert into public.pf_roles (organization_id, key, name) values ($1, $2, $2) returning id',
    [organizationId, key],
  );
  const id = rows[0]?.id ?? '';
  await pool.query(
    'insert into public.pf_role_permissions (organization_id, role_id, permission_key) select $1, $2, unnest($3::text[])',
    [organizationId, id, permissions],
  );
  return id;
}

/** A new organization with one person in each of its four roles. */
export async function createOrganization(pool: pg.Pool, timezone = 'America/New_York'): Promise<Organization> {
  const { rows } = await pool.query<{ id: string }>(
    "insert into public.pf_organizations (name, slug, timezone) values ('Test Clinic', $1, $2) returning id",
    [`clinic-${randomUUID().slice(0, 13)}`, timezone],
  );
  const id = rows[0]?.id ?? '';
  const found = await pool.query<{ key: RoleKey; id: string }>(
    'select key, id from public.pf_roles where organization_id = $1',
    [id],
  );
  const roles = { org_admin: '', facilitator: '', front_desk: '', staff: '' };
  const people = { ...roles };
  for (const role of found.rows) {
    roles[role.key] = role.id;
    people[role.key] = await addMember(pool, id, role.id, `The ${role.key}`);
  }
  return { id, timezone, roles, people };
}
