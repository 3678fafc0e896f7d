import { randomUUID } from 'node:crypto';
import { addGroup, type Clinic, createClinic, joinClinic } from '../../support/clinic.ts';
import { type Answers, furnishAnswers } from './furnished-answers.ts';

/** Ids by the name of the parameter or column that takes them. */
export interface Ids extends Answers {
  organization_id: string;
  group_definition_id: string;
  /** Of the same organization, another group. */
  into_group_definition_id: string;
  deleted_group_definition_id: string;
  patient_id: string;
  waiting_patient_id: string;
  deleted_patient_id: string;
  enrollment_id: string;
  waiting_enrollment_id: string;
  deleted_enrollment_id: string;
  session_id: string;
  series_session_id: string;
  role_id: string;
  feed_id: string;
  series_id: string;
  user_id: string;
  /** Another member. */
  colleague_id: string;
}

export interface FurnishedClinic extends Ids {
  clinic: Clinic;
  /** Stands in every text of the organization's rows, so that a leak is found by searching for it. */
  secret: string;
}

/** Ids that nothing has. */
export function nobodysIds(): Ids {
  const id = randomUUID;
  return {
    organization_id: id(),
    group_definition_id: id(),
    into_group_definition_id: id(),
    deleted_group_definition_id: id(),
    patient_id: id(),
    waiting_patient_id: id(),
    deleted_patient_id: id(),
    enrollment_id: id(),
    waiting_enrollment_id: id(),
    deleted_enrollment_id: id(),
    session_id: id(),
    series_session_id: id(),
    role_id: id(),
    feed_id: id(),
    question_set_id: id(),
    deleted_question_set_id: id(),
    response_id: id(),
    guest_participant_id: id(),
    series_id: id(),
    user_id: id(),
    colleague_id: id(),
  };
}

/** A clinic with at least one row in every table, deleted ones too. */
export async function furnishClinic(): Promise<FurnishedClinic> {
  const clinic = await createClinic();
  const { client, userId } = clinic.admin;
  const secret = `secret-${randomUUID()}`;
  const organization_id = clinic.id;
  await client.from('pf_organizations').update({ name: secret }).eq('id', clinic.id).throwOnError();
  await client.from('pf_profiles').update({ full_name: secret }).eq('id', userId).throwOnError();
  const [group, other, gone] = await Promise.all([1, 5, 5].map((seats) => addGroup(clinic, seats)));
  const inGroup = { group_definition_id: group ?? '' };
  await client
    .from('pm_group_definitions')
    .update({ name: secret, description: secret, facilitator_id: userId, location: secret })
    .eq('id', inGroup.group_definition_id)
    .throwOnError();
  const rows = ['patient', 'waiting', 'deleted'].map((first_name) => ({
    ...{ organization_id, first_name, last_name: secret, mrn: randomUUID().slice(0, 18) },
    ...{ notes: secret, custom_fields: { secret }, date_of_birth: '1990-01-01', email: `${first_name}@${secret}.test` },
  }));
  const patients = (await client.from('pm_patients').insert(rows).select('id').throwOnError()).data.map(({ id }) => id);
  const [patient = '', waiting = '', deleted = ''] = patients;
  const enrollments: string[] = [];
  for (const patient_id of patients) {
    const enrolled = await client.rpc('pm_enroll_patient', { ...inGroup, patient_id }).throwOnError();
    enrollments.push(enrolled.data.id);
  }
  const [seated = '', inLine = '', third = ''] = enrollments;
  const colleague = await joinClinic(clinic, 'facilitator');
  const session = await client
    .from('pm_group_schedule')
    .insert({
      ...{ organization_id, ...inGroup, session_date: '2031-03-03', start_time: '09:00', end_time: '10:00' },
      ...{ notes: secret, location: secret },
    })
    .select('id')
    .single()
    .throwOnError();
  await client
    .rpc('pm_schedule_series', {
      ...inGroup,
      ...{ recurrence_rule: 'FREQ=WEEKLY;COUNT=2', session_dates: ['2031-04-01', '2031-04-08'] },
      ...{ start_time: '09:00', end_time: '10:00' },
    })
    .throwOnError();
  const ofSeries = await client
    .from('pm_group_schedule')
    .select('id, series_id')
    .eq('organization_id', organization_id)
    .not('series_id', 'is', null)
    .limit(1)
    .single()
    .throwOnError();
  const role = await client.rpc('pf_create_role', { organization_id, name: secret }).throwOnError();
  await client
    .rpc('pf_create_invitation', { organization_id, email: `${secret}@example.test`, role_id: role.data.id })
    .throwOnError();
  await client.from('pm_closed_days').insert({ organization_id, closed_on: '2031-12-25', name: secret }).throwOnError();
  await client.rpc('pm_create_calendar_feed', { organization_id }).throwOnError();
  const feed = await client.from('pm_calendar_feeds').select('id').single().throwOnError();
  const answers = await furnishAnswers(client, organization_id, other ?? '', patient, secret);
  await client.rpc('pm_open_patient', { patient_id: patient }).throwOnError();
  await client.rpc('pm_delete_enrollment', { enrollment_id: third }).throwOnError();
  await client.rpc('pm_delete_patient', { patient_id: deleted }).throwOnError();
  await client.rpc('pm_delete_group_definition', { group_definition_id: gone ?? '' }).throwOnError();
  return {
    ...{ clinic, secret, organization_id, ...inGroup, ...answers },
    into_group_definition_id: other ?? '',
    deleted_group_definition_id: gone ?? '',
    ...{ patient_id: patient, waiting_patient_id: waiting, deleted_patient_id: deleted },
    ...{ enrollment_id: seated, waiting_enrollment_id: inLine, deleted_enrollment_id: third },
    ...{ session_id: session.data.id, series_session_id: ofSeries.data.id },
    ...{ role_id: role.data.id, feed_id: feed.data.id, user_id: userId },
    ...{ series_id: ofSeries.data.series_id ?? '', colleague_id: colleague.userId },
  };
}
