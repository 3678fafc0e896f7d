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
  series: string;
  session: string;
  enrollment: string;
  deletedEnrollment: string;
  questionSet: string;
  deletedQuestionSet: string;
}

export interface World {
  first: Estate;
  second: Estate;
  /** User ids; none for the two actors without a user. */
  users: Record<Exclude<Actor, 'anon' | 'service_role'>, string>;
}

const deleted = { deleted_at: '2026-01-01' };

/** What is a person's own: a calendar link, a notification, a setting. */
async function addOwnRows(pool: pg.Pool, organization_id: string, user_id: string) {
  const own = { organization_id, user_id };
  await insertRow(pool, 'pm_calendar_feeds', { ...own, scope: 'all', token_hash: Buffer.from(user_id) });
  await insertRow(pool, 'pf_notifications', { ...own, kind: 'session_cancelled' });
  await pool.query(
    "insert into public.pf_notification_settings (organization_id, user_id, kind) values ($1, $2, 'session_cancelled')",
    [organization_id, user_id],
  );
}

/** A question set that the group uses, and a session in which a patient has answered another one. */
async function addAnswers(
  pool: pg.Pool,
  organization_id: string,
  group: string,
  session_id: string,
  patient_id: string,
) {
  const questionSet = await insertRow(pool, 'pm_question_sets', { organization_id, title: 'Free to change' });
  await pool.query(
    'insert into public.pm_group_question_sets (organization_id, group_definition_id, question_set_id) values ($1, $2, $3)',
    [organization_id, group, questionSet],
  );
  const participant_id = await insertRow(pool, 'pm_session_participants', { organization_id, session_id, patient_id });
  await insertRow(pool, 'pm_session_responses', { organization_id, session_id, participant_id, answers: '{}' });
  return questionSet;
}

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
  await pool.query(
    "insert into public.pm_closed_days (organization_id, closed_on, name) values ($1, '2026-12-25', 'X')",
    [id],
  );
  const colleague = await addMember(pool, id, roles.staff, 'A Colleague');
  await addOwnRows(pool, id, colleague);
  const session = await createSession(pool, id, group);
  return {
    organization,
    colleague,
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
    series: await insertRow(pool, 'pm_session_series', {
      organization_id: id,
      group_definition_id: group,
      start_time: '09:00',
      end_time: '10:00',
    }),
    session,
    enrollment: await insertRow(pool, 'pm_group_enrollments', enrollmentOf(patient)),
    deletedEnrollment,
    questionSet: await addAnswers(pool, id, group, session, patient),
    deletedQuestionSet: await insertRow(pool, 'pm_question_sets', { organization_id: id, title: 'Gone', ...deleted }),
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
  const members = {
    ...people,
    viewer: await addMember(pool, id, viewer),
    powerless: await addMember(pool, id, await addRole(pool, id, 'powerless', [])),
    suspended: await addMember(pool, id, roles.org_admin, 'Suspended Admin', 'suspended'),
  };
  for (const member of Object.values(members)) await addOwnRows(pool, id, member);
  const other_admin = second.organization.people.org_admin;
  await addOwnRows(pool, second.organization.id, other_admin);
  return {
    first,
    second,
    users: { ...members, outsider: await createUser(pool, 'outsider@example.test'), other_admin },
  };
}

/** The organization whose row it is, as the actor sees it. */
export function estateOf(world: World, actor: Actor, row: RowKind): Estate {
  const [own, other] = actor === 'other_admin' ? [world.second, world.first] : [world.first, world.second];
  return row === 'other' ? other : own;
}
