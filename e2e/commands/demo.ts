import * as z from 'zod';
import { type Client, connect } from './connect.ts';

const info = z.object({
  questions: z.array(z.object({ id: z.string(), options: z.array(z.object({ value: z.string() })).min(2) })),
});

const joined = z.object({ participant_token: z.string() });

/** A client of the API that a person of the demo data is signed in with; `name` as in "facilitator". */
async function signInDemo(name: string): Promise<Client> {
  const client = await connect();
  const { error } = await client.auth.signInWithPassword({
    email: `${name}@riverbend.test`,
    password: 'quorum-demo',
  });
  if (error !== null) throw error;
  return client;
}

/**
 * Starts a session of a group of the demo data in the name of who leads it; six patients join, and five of them answer, calmly.
 * Answers the session's id and the names on its list, in order.
 */
export async function runDemoSession(groupName: string): Promise<{ id: string; names: string[] }> {
  const client = await signInDemo('facilitator');
  const { data: group } = await client
    .from('pm_group_definitions')
    .select('id')
    .eq('name', groupName)
    .single()
    .throwOnError();
  const { data: session } = await client
    .rpc('pm_start_instant_session', { group_definition_id: group.id })
    .throwOnError();
  const { data: attendees } = await client.rpc('pm_session_attendance', { session_id: session.id }).throwOnError();
  for (const [index, { patient_id }] of attendees.slice(0, 6).entries())
    await checkIn(client, session.share_token, patient_id, index < 5 ? index : null);
  return { id: session.id, names: attendees.map(({ first_name, last_name }) => `${first_name} ${last_name}`) };
}

/** A patient joins by the personal code and, unless `worries` is null, says "several days" to so many of the questions. */
async function checkIn(client: Client, token: string, patientId: string, worries: number | null): Promise<void> {
  const { data: code } = await client.rpc('pm_patient_join_code', { patient_id: patientId }).throwOnError();
  const { data: participant } = await client.rpc('pm_join_session', { token, code }).throwOnError();
  if (worries === null) return;
  const { data: asked } = await client.rpc('pm_join_info', { token }).throwOnError();
  const answers = info
    .parse(asked)
    .questions.map(({ id, options }, index) => [id, options[index < worries ? 1 : 0]?.value] as const);
  const { participant_token } = joined.parse(participant);
  await client.rpc('pm_submit_answers', { participant_token, answers: Object.fromEntries(answers) }).throwOnError();
}

/** The first patients of either program have said that they cannot come to the first two sessions of the week from that Monday on. */
export async function excuseDemoPatients(monday: string): Promise<void> {
  const client = await signInDemo('admin');
  const { data: organization } = await client
    .from('pf_organizations')
    .select('id')
    .eq('slug', 'riverbend')
    .single()
    .throwOnError();
  const { data: patients } = await client
    .rpc('pm_program_compliance', { organization_id: organization.id, week_of: monday })
    .throwOnError();
  for (const program of ['iop', 'php']) {
    const patient = patients.find((row) => row.program === program);
    if (patient === undefined) throw new Error(`Nobody is in ${program}.`);
    const { data: sessions } = await client
      .from('pm_group_schedule')
      .select('id')
      .in('group_definition_id', patient.group_definition_ids)
      .eq('status', 'scheduled')
      .gte('session_date', monday)
      .order('starts_at')
      .limit(2)
      .throwOnError();
    const entries = [{ patient_id: patient.patient_id, status: 'excused' }];
    for (const { id } of sessions) await client.rpc('pm_record_attendance', { session_id: id, entries }).throwOnError();
  }
}
