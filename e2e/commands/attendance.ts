import { startSession } from './check-in.ts';
import type { Clinic } from './clinic.ts';

/** A session of the group that is over, and in which these patients were not seen. */
export async function missedSession(clinic: Clinic, groupId: string, patientIds: readonly string[]): Promise<void> {
  const { client } = clinic.people.org_admin;
  const { id } = await startSession(clinic, groupId);
  const entries = patientIds.map((patient_id) => ({ patient_id, status: 'absent' }));
  await client.rpc('pm_record_attendance', { session_id: id, entries }).throwOnError();
  await client.rpc('pm_complete_session', { session_id: id }).throwOnError();
}

/** What is recorded of a session's patients, as the activity log tells it: one entry for each time. */
export async function readAttendanceLog(clinic: Clinic, groupId: string, patientId: string) {
  const { data } = await clinic.people.org_admin.client
    .from('pm_group_activity_log')
    .select('action, metadata')
    .eq('group_definition_id', groupId)
    .eq('patient_id', patientId)
    .in('action', ['attendance_recorded', 'attendance_changed'])
    .throwOnError();
  return data;
}
