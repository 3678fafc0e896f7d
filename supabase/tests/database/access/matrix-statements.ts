import pg from 'pg';
import type { Command, RowKind } from './matrix-actors.ts';
import type { Estate } from './matrix-world.ts';

interface Statements {
  /** Condition that names the row. */
  where: (estate: Estate, row: RowKind, userId: string) => string;
  /** Columns of a row that could be inserted; left out where nobody may. */
  insert?: (estate: Estate) => Record<string, string>;
  /** Assignment that an editor may make; left out where nobody may. */
  set?: string;
}

const id = (of: string) => `id = '${of}'`;
const organization = (estate: Estate) => `organization_id = '${estate.organization.id}'`;
const personal = (estate: Estate, row: RowKind, userId: string) =>
  `${organization(estate)} and user_id = '${row === 'self' ? userId : estate.colleague}'`;

const statements: Record<string, Statements> = {
  pf_organizations: { where: (estate) => id(estate.organization.id), set: "name = 'Changed'" },
  pf_profiles: {
    where: (estate, row, userId) => id(row === 'self' ? userId : estate.colleague),
    set: "full_name = 'Changed'",
  },
  pf_permissions: { where: () => "key = 'pm.reports.view'", set: 'is_active = false' },
  pf_roles: {
    where: (estate) => id(estate.spareRole),
    insert: (estate) => ({ organization_id: estate.organization.id, key: 'fresh', name: 'Fresh' }),
    set: "name = 'Changed'",
  },
  pf_role_permissions: {
    where: (estate) => `role_id = '${estate.spareRole}'`,
    insert: (estate) => ({
      organization_id: estate.organization.id,
      role_id: estate.spareRole,
      permission_key: 'pm.patients.view',
    }),
  },
  pf_memberships: {
    where: (estate) => `${organization(estate)} and user_id = '${estate.colleague}'`,
    set: "status = 'suspended'",
  },
  pf_invitations: { where: (estate) => id(estate.invitation) },
  pf_domain_events: { where: organization },
  pf_audit_log: { where: organization },
  pf_notifications: { where: personal, set: 'read_at = now()' },
  pf_notification_settings: {
    where: (estate, row, userId) => `${personal(estate, row, userId)} and kind = 'session_cancelled'`,
    insert: (estate) => ({ organization_id: estate.organization.id, kind: 'short_of_hours', is_enabled: 'false' }),
    set: 'is_enabled = true',
  },
  pm_patients: {
    where: (estate, row) => id(row === 'deleted' ? estate.deletedPatient : estate.patient),
    insert: (estate) => ({
      organization_id: estate.organization.id,
      mrn: 'NEW-1',
      first_name: 'New',
      last_name: 'Patient',
    }),
    set: "first_name = 'Changed'",
  },
  pm_group_definitions: {
    where: (estate, row) => id(row === 'deleted' ? estate.deletedGroup : estate.group),
    insert: (estate) => ({ organization_id: estate.organization.id, name: 'New', group_type: 'other' }),
    set: "name = 'Changed'",
  },
  pm_group_activity_log: { where: organization },
  pm_group_schedule: {
    where: (estate) => id(estate.session),
    insert: (estate) => ({
      organization_id: estate.organization.id,
      group_definition_id: estate.group,
      session_date: '2026-03-03',
      start_time: '09:00',
      end_time: '10:00',
    }),
    set: "notes = 'Changed'",
  },
  pm_group_enrollments: {
    where: (estate, row) => id(row === 'deleted' ? estate.deletedEnrollment : estate.enrollment),
    insert: (estate) => ({
      organization_id: estate.organization.id,
      group_definition_id: estate.group,
      patient_id: estate.freePatient,
    }),
    set: "notes = 'Changed'",
  },
  pm_question_sets: {
    where: (estate, row) => id(row === 'deleted' ? estate.deletedQuestionSet : estate.questionSet),
    insert: (estate) => ({ organization_id: estate.organization.id, title: 'New' }),
    set: "title = 'Changed'",
  },
  pm_group_question_sets: { where: organization },
  pm_session_participants: { where: organization },
  pm_session_responses: { where: organization },
  pm_closed_days: {
    where: (estate) => `${organization(estate)} and closed_on = '2026-12-25'`,
    insert: (estate) => ({ organization_id: estate.organization.id, closed_on: '2027-01-01', name: 'New Year' }),
    set: "name = 'Changed'",
  },
  pm_session_series: { where: (estate) => id(estate.series), set: 'is_finite = true' },
  pm_calendar_feeds: { where: personal },
  pm_session_series_overview: { where: (estate) => id(estate.series) },
  pm_group_overview: { where: (estate, row) => id(row === 'deleted' ? estate.deletedGroup : estate.group) },
};

/** The relations for which the matrix knows a row. */
export const knownRelations = Object.keys(statements);

/** One statement that tries the command on the row. */
export function statementFor(relation: string, command: Command, estate: Estate, row: RowKind, userId: string): string {
  const known = statements[relation];
  if (known === undefined) throw new Error(`matrix-statements.ts does not know ${relation}`);
  const where = known.where(estate, row, userId);
  const table = `public.${pg.escapeIdentifier(relation)}`;
  if (command === 'select') return `select 1 from ${table} where ${where}`;
  if (command === 'delete') return `delete from ${table} where ${where}`;
  if (command === 'update') return `update ${table} set ${known.set ?? 'organization_id = null'} where ${where}`;
  const columns = known.insert?.(estate);
  if (columns === undefined) return `insert into ${table} default values`;
  const values = Object.values(columns).map((column) => pg.escapeLiteral(column));
  return `insert into ${table} (${Object.keys(columns).join(', ')}) values (${values.join(', ')})`;
}
