import type { Clinic } from './clinic.ts';

export interface RunningSession {
  id: string;
  /** The secret of /questions/:token. */
  token: string;
}

/** A session of the group that has begun this minute; `asks` is the title of the question set that is asked. */
export async function startSession(clinic: Clinic, groupId: string, asks?: string): Promise<RunningSession> {
  const { client } = clinic.people.org_admin;
  if (asks !== undefined) {
    const { data: set } = await client
      .from('pm_question_sets')
      .select('id')
      .eq('organization_id', clinic.id)
      .eq('title', asks)
      .single()
      .throwOnError();
    await client
      .rpc('pm_assign_question_set', { group_definition_id: groupId, question_set_id: set.id, is_check_in: true })
      .throwOnError();
  }
  const { data: session } = await client
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
