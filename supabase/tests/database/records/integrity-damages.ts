import { withClient } from '../../../../scripts/stack/database.ts';
import { at } from '../../support/at.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { createGroup, createSession, insertRow } from '../../support/records.ts';

/** The table and the row that is found. */
type Found = [entity: string, id: string];

export interface Damage {
  check: string;
  severity: 'error' | 'warning' | 'info';
  isFixable: boolean;
  /** Breaks the desk's organization and says which row is to be found. */
  inflict(desk: Desk): Promise<Found>;
}

/** A day that is to come, and no change of the clocks. */
export const someDay = '2099-06-03';

/** Runs a statement as a bulk load does: no triggers, no foreign keys. */
export const load = (database: TestDatabase, sql: string, values: unknown[]) =>
  withClient(database.adminUrl, async (client) => {
    await client.query("set session_replication_role = 'replica'");
    await client.query(sql, values);
  });

/** Takes the rules away that no bulk load gets around: what they forbid can then be inflicted. */
export async function dropRules(database: TestDatabase): Promise<void> {
  await database.pool.query(`
    alter table public.pm_group_enrollments drop constraint pm_group_enrollments_waitlist_position_check;
    drop index public.pm_group_enrollments_live_key;
  `);
}

/** A group of one seat with so many patients in line. */
async function queueOf(desk: Desk, count: number) {
  const [group, patients] = [await desk.group(1, { name: 'Full House' }), await desk.patients(count)];
  return { group, patients, enrollments: await desk.enroll(group, patients) };
}

const setPlace = (desk: Desk, enrollment: string, place: number | null) =>
  load(desk.database, 'update public.pm_group_enrollments set waitlist_position = $2 where id = $1', [
    enrollment,
    place,
  ]);
const futureSession = async (desk: Desk, columns = {}) =>
  createSession(desk.pool, desk.clinic.id, await desk.group(5), { session_date: someDay, ...columns });
const remove = (desk: Desk, table: string, id: string) =>
  load(desk.database, `delete from public.${table} where id = $1`, [id]);

/** One damage for every check, and for seats two. */
export const damages: Damage[] = [
  {
    ...{ check: 'seats_over_capacity', severity: 'error', isFixable: false },
    inflict: async (desk) => {
      const { group, enrollments } = await queueOf(desk, 2);
      await load(
        desk.database,
        "update public.pm_group_enrollments set status = 'enrolled', waitlist_position = null where id = $1",
        [enrollments[1]],
      );
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'seats_over_capacity', severity: 'warning', isFixable: false },
    inflict: async (desk) => {
      const group = await desk.group(2);
      await desk.enroll(group, await desk.patients(2));
      await desk.pool.query('update public.pm_group_definitions set max_capacity = 1 where id = $1', [group]);
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'waitlist_place_missing', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      const { group, enrollments } = await queueOf(desk, 3);
      await setPlace(desk, at(enrollments, 1), null);
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'waitlist_place_double', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      const { group, enrollments } = await queueOf(desk, 3);
      await setPlace(desk, at(enrollments, 2), 1);
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'waitlist_gaps', severity: 'info', isFixable: true },
    inflict: async (desk) => {
      const { group, enrollments } = await queueOf(desk, 3);
      await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[1] });
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'place_without_waiting', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      const { enrollments } = await queueOf(desk, 1);
      await setPlace(desk, at(enrollments, 0), 1);
      return ['pm_group_enrollments', at(enrollments, 0)];
    },
  },
  {
    ...{ check: 'patient_twice_in_group', severity: 'error', isFixable: false },
    inflict: async (desk) => {
      const { group, patients, enrollments } = await queueOf(desk, 1);
      await desk.pool.query('update public.pm_group_definitions set max_capacity = 2 where id = $1', [group]);
      await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[0] });
      await desk.enroll(group, patients);
      await load(
        desk.database,
        "update public.pm_group_enrollments set status = 'enrolled', disenrolled_at = null where id = $1",
        [enrollments[0]],
      );
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'deleted_patient_enrolled', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      const { patients, enrollments } = await queueOf(desk, 2);
      await load(desk.database, 'update public.pm_patients set deleted_at = now() where id = $1', [patients[0]]);
      return ['pm_group_enrollments', at(enrollments, 0)];
    },
  },
  {
    ...{ check: 'completed_in_future', severity: 'warning', isFixable: false },
    inflict: async (desk) => ['pm_group_schedule', await futureSession(desk, { status: 'completed' })],
  },
  {
    ...{ check: 'session_instant_off', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      const session = await futureSession(desk);
      await load(
        desk.database,
        "update public.pm_group_schedule set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = $1",
        [session],
      );
      return ['pm_group_schedule', session];
    },
  },
  {
    ...{ check: 'session_claims_off', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      const session = await futureSession(desk, { location: 'Room 1' });
      await load(desk.database, 'delete from private.schedule_claims where session_id = $1', [session]);
      return ['pm_group_schedule', session];
    },
  },
  {
    ...{ check: 'membership_without_profile', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      await remove(desk, 'pf_profiles', desk.clinic.people.staff);
      return ['pf_memberships', desk.clinic.people.staff];
    },
  },
  {
    ...{ check: 'no_org_admin', severity: 'error', isFixable: false },
    inflict: async (desk) => {
      await load(desk.database, "update public.pf_memberships set status = 'suspended' where user_id = $1", [
        desk.clinic.people.org_admin,
      ]);
      return ['pf_organizations', desk.clinic.id];
    },
  },
  {
    ...{ check: 'org_admin_lacks_permission', severity: 'error', isFixable: true },
    inflict: async (desk) => {
      await load(
        desk.database,
        "delete from public.pf_role_permissions where role_id = $1 and permission_key = 'pm.reports.view'",
        [desk.clinic.roles.org_admin],
      );
      return ['pf_roles', desk.clinic.roles.org_admin];
    },
  },
  {
    ...{ check: 'group_code_missing', severity: 'warning', isFixable: true },
    inflict: async (desk) => {
      const columns = { name: 'Morning Group', start_date: '2026-03-01', time_period: 'AM' };
      const group = await createGroup(desk.pool, desk.clinic.id, columns);
      await load(desk.database, 'update public.pm_group_definitions set group_code = null where id = $1', [group]);
      return ['pm_group_definitions', group];
    },
  },
  {
    ...{ check: 'orphaned_enrollment', severity: 'error', isFixable: false },
    inflict: async (desk) => {
      const { patients, enrollments } = await queueOf(desk, 1);
      await remove(desk, 'pm_patients', at(patients, 0));
      return ['pm_group_enrollments', at(enrollments, 0)];
    },
  },
  {
    ...{ check: 'orphaned_session', severity: 'error', isFixable: false },
    inflict: async (desk) => {
      const group = await desk.group(5);
      const session = await createSession(desk.pool, desk.clinic.id, group);
      await remove(desk, 'pm_group_definitions', group);
      return ['pm_group_schedule', session];
    },
  },
  {
    ...{ check: 'log_missing', severity: 'warning', isFixable: true },
    inflict: async (desk) => {
      const enrollment = await insertRow(desk.pool, 'pm_group_enrollments', {
        organization_id: desk.clinic.id,
        group_definition_id: await desk.group(5),
        patient_id: at(await desk.patients(1), 0),
      });
      await load(desk.database, "delete from public.pm_group_activity_log where metadata ->> 'enrollment_id' = $1", [
        enrollment,
      ]);
      return ['pm_group_enrollments', enrollment];
    },
  },
];
