import { at } from '../../support/at.ts';
import type { Desk, Seat } from '../../support/front-desk.ts';
import { createSession } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';

/** The clinic's calendar day so many days from today. */
export const dayFrom = (desk: Desk, days: number) =>
  value<string>(desk.pool, '(private.organization_today($1) + $2::integer)::text', [desk.clinic.id, days]);

/** The Monday so many weeks from this one. */
export const mondayFrom = (desk: Desk, weeks: number) =>
  value<string>(desk.pool, '(private.monday_of(private.organization_today($1)) + 7 * $2::integer)::text', [
    desk.clinic.id,
    weeks,
  ]);

/** The day so many days after another. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Seats since a day, as the database's owner sees to it; returns the enrollments' ids. */
export async function seatedSince(desk: Desk, group: string, patients: readonly string[], starts_on: string) {
  const made: string[] = [];
  for (const patient_id of patients) {
    made.push((await desk.ask<Seat>('pm_enroll_patient', { group_definition_id: group, patient_id, starts_on })).id);
  }
  return made;
}

/** A session on that day, from 9 to 10 unless told otherwise; any state, as only the database's owner can write it. */
export const sessionOn = (desk: Desk, group: string, session_date: string, columns: Record<string, unknown> = {}) =>
  createSession(desk.pool, desk.clinic.id, group, { session_date, ...columns });

/** Takes attendance: one status a patient, or a status with minutes. */
export async function attend(
  desk: Desk,
  session_id: string,
  patients: readonly string[],
  statuses: readonly (string | readonly [string, number])[],
) {
  for (const [index, entry] of statuses.entries()) {
    const [status, minutes] = typeof entry === 'string' ? [entry, null] : entry;
    await desk.pool.query(
      `insert into public.pm_session_participants as noted (organization_id, session_id, patient_id, attendance_status, minutes) values ($1, $2, $3, $4, $5)
       on conflict (session_id, patient_id) do update set (attendance_status, minutes) = (excluded.attendance_status, excluded.minutes)`,
      [desk.clinic.id, session_id, at(patients, index), status, minutes],
    );
  }
}
