import type { Clinic } from './clinic.ts';

export interface RunningSession {
  id: string;
  /** The secret of /questions/:token. */
  token: string;
}

/** From now on every session of the group asks the question set with this title. */
export async function assignCheckIn(clinic: Clinic, groupId: string, title: string): Promise<void> {
  const { client } = clinic.people.org_admin;
  const { data: set } = await client
    .from('pm_question_sets')
    .select('id')
    .eq('organization_id', clinic.id)
    .eq('title', title)
    .single()
    .throwOnError();
  await client
    .rpc('pm_assign_question_set', { group_definition_id: groupId, question_set_id: set.id, is_check_in: true })
    .throwOnError();
}

/** A session of the group that has begun this minute; `asks` is the title of the question set that is asked. */
export async function startSession(clinic: Clinic, groupId: string, asks?: string): Promise<RunningSession> {
  if (asks !== undefined) await assignCheckIn(clinic, groupId, asks);
  const { data: session } = await clinic.people.org_admin.client
    .rpc('pm_start_instant_session', { group_definition_id: groupId })
    .throwOnError();
  return { id: session.id, token: session.share_token };
}

/** The personal code of a patient, as the front desk reads it out. */
export async function personalCode(clinic: Clinic, patientId: string): Promise<string> {
  const { data } = await clinic.people.org_admin.client
    .rpc('pm_patient_join_code', { patient_id: patientId })
    .throwOnError();
  return data;
}

/** All the answers that have arrived in a session. */
export async function readResponses(clinic: Clinic, sessionId: string) {
  const { data } = await clinic.people.org_admin.client
    .from('pm_session_responses')
    .select('answers, score')
    .eq('session_id', sessionId)
    .throwOnError();
  return data;
}
