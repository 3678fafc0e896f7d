import type pg from 'pg';
import { createUser } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatient, createSession, insertRow } from '../../support/records.ts';
import type { Actor, RowKind } from './matrix-actors.ts';

/** One organization with a row in every table. */
export interface Estate {
  organization: Organization;
  colleague: string;
  spareRole: string;
  invitation: string;
  patient: string;
  freePatient: string;
  deletedPatient: string;
  group: string;
  deletedGroup: string;
  session: string;
  enrollment: string;
  deletedEnrollment: string;
}

export interface World {
  first: Estate;
  second: Estate;
  /** User ids; none for the two actors without a user. */
  users: Record<Exclude<Actor, 'anon' | 'service_role'>, string>;
}

const deleted = { deleted_at: '2026-01-01' };

async function createEstate(pool: pg.Pool): Promise<Estate> {
  const organization = await createOrganization(pool);
  const { id, roles } = organization;
  const group = await createGroup(pool, id);
  const patient = await createPatient(pool, id);
  const deletedPatient = await createPatient(pool, id, deleted);
  const enrollmentOf = (patient_id: string) => ({ organization_id: id, group_definition_id: group, patient_id });
  const other = await createPatient(pool, id);
  const deletedEnrollment = await insertRow(pool, 'pm_group_enrollments', enrollmentOf(other));
  await pool.query('update public.pm_group_enrollments set deleted_at = now() where id = $1', [deletedEnrollment]);
  return {
    organization,
    colleague: await addMember(pool, id, roles.staff, 'A Colleague'),
    spareRole: await addRole(pool, id, 'spare', ['pm.group_definitions.view']),
    invitation: await insertRow(pool, 'pf_invitations', {
      organization_id: id,
      email: 'invited@example.test',
      role_id: roles.staff,
      token_hash: Buffer.from(id),
      expires_at: '2099-01-01',
    }),
    patient,
    freePatient: await createPatient(pool, id),
    deletedPatient,
    group,
    deletedGroup: await createGroup(pool, id, deleted),
    session: await createSession(pool, id, group),
    enrollment: await insertRow(pool, 'pm_group_enrollments', enrollmentOf(patient)),
    deletedEnrollment,
  };
}

/** Two organizations with a row of everything, and all actors. */
export async function createWorld(pool: pg.Pool): Promise<World> {
  const first = await createEstate(pool);
  const second = await createEstate(pool);
  const { id, roles, people } = first.organization;
  const { rows } = await pool.query<{ key: string }>("select key from public.pf_permissions where action = 'view'");
  const everyView = rows.map((row) => row.key);
  const viewer = await addRole(pool, id, 'viewer', everyView);
  return {
    first,
    second,
    users: {
      ...people,
      viewer: await addMember(pool, id, viewer),
      powerless: await addMember(pool, id, await addRole(pool, id, 'powerless', [])),
      suspended: await addMember(pool, id, roles.org_admin, 'Suspended Admin', 'suspended'),
      outsider: await createUser(pool, 'outsider@example.test'),
      other_admin: second.organization.people.org_admin,
    },
  };
}

/** The organization whose row it is, as the actor sees it. */
export function estateOf(world: World, actor: Actor, row: RowKind): Estate {
  const [own, other] = actor === 'other_admin' ? [world.second, world.first] : [world.first, world.second];
  return row === 'other' ? other : own;
}
