import { anonymous, type Client } from '../../support/api.ts';

/** What a session that asked something leaves behind. */
export interface Answers {
  question_set_id: string;
  deleted_question_set_id: string;
  response_id: string;
  /** A guest of the session who has neither answered nor is recorded. */
  guest_participant_id: string;
}

const question = (text: string) => ({
  ...{ id: 'harm', type: 'scale', text, min: 0, max: 3, scored: true, flag_above: 0 },
});

async function insertSet(client: Client, organization_id: string, title: string): Promise<string> {
  const { data } = await client
    .from('pm_question_sets')
    .insert({ organization_id, title, description: title, source: title, questions: [question(title)] })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}

/**
 * A question set that nobody has answered, a deleted one, and a third that a patient has answered in a session of the
 * group, so that somebody is told; with the secret in every text.
 */
export async function furnishAnswers(
  client: Client,
  organization_id: string,
  group_definition_id: string,
  patient_id: string,
  secret: string,
): Promise<Answers> {
  const question_set_id = await insertSet(client, organization_id, secret);
  const deleted = await insertSet(client, organization_id, secret);
  const answered = await insertSet(client, organization_id, secret);
  await client.rpc('pm_assign_question_set', { group_definition_id, question_set_id }).throwOnError();
  await client.rpc('pm_delete_question_set', { question_set_id: deleted }).throwOnError();
  await client
    .from('pf_notification_settings')
    .insert({ organization_id, kind: 'session_cancelled', is_enabled: false })
    .throwOnError();
  const session = await client.rpc('pm_start_instant_session', { group_definition_id }).throwOnError();
  const session_id = session.data.id;
  await client.rpc('pm_set_session_questions', { session_id, question_set_id: answered }).throwOnError();
  await client.rpc('pm_book_drop_in', { session_id, patient_id }).throwOnError();
  const code = (await client.rpc('pm_patient_join_code', { patient_id }).throwOnError()).data;
  const phone = anonymous();
  const joined = await phone.rpc('pm_join_session', { token: session.data.share_token, code }).throwOnError();
  if (joined.data === null || typeof joined.data !== 'object' || !('participant_token' in joined.data)) {
    throw new Error('The patient could not join');
  }
  const participant_token = String(joined.data.participant_token);
  await phone.rpc('pm_submit_answers', { participant_token, answers: { harm: 2 } }).throwOnError();
  const response = await client
    .from('pm_session_responses')
    .select('id')
    .eq('session_id', session_id)
    .single()
    .throwOnError();
  await phone.rpc('pm_join_session', { token: session.data.share_token, guest_name: secret }).throwOnError();
  const guest = await client
    .from('pm_session_participants')
    .select('id')
    .eq('session_id', session_id)
    .not('guest_name', 'is', null)
    .single()
    .throwOnError();
  return {
    ...{ question_set_id, deleted_question_set_id: deleted },
    ...{ response_id: response.data.id, guest_participant_id: guest.data.id },
  };
}
