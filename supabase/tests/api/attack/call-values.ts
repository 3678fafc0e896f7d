import { randomUUID } from 'node:crypto';
import type { ApiFunction } from './api-catalog.ts';
import type { Ids } from './furnished-clinic.ts';

/** What functions take that is no id, by the parameter's name. */
const plainValues: Record<string, unknown> = {
  answers: {},
  apikey: null,
  by: 'week',
  changes: [],
  date_of_birth: '1990-01-01',
  date_offset_days: 7,
  email: 'somebody@example.test',
  code: 'K7QM-3XPD',
  end_time: '12:00',
  entries: [{ patient_id: randomUUID(), status: 'present' }],
  first_name: 'waiting',
  fix: true,
  from_date: '2031-03-01',
  granted: true,
  last_name: 'Example',
  location: 'Room 1',
  mrn: 'MRN-1',
  name: 'A name',
  participant_token: 'nobody-has-this-token',
  patients: [{ line: 1, mrn: 'MRN-1', first_name: 'Pat', last_name: 'Example' }],
  permission_key: 'pm.patients.view',
  query: 'secret',
  rank: 1,
  reason: 'Because',
  recurrence_rule: 'FREQ=WEEKLY;COUNT=1',
  scope: 'all',
  session_dates: ['2031-05-05'],
  slug: 'a-slug',
  start_time: '11:00',
  timezone: 'America/Phoenix',
  to_date: '2031-03-31',
  token: 'nobody-has-this-token',
};

/** Where an id comes from; a list of one for parameters that take several. */
const idsOfParameters: Record<string, (ids: Ids) => string | string[]> = {
  co_facilitator_id: (ids) => ids.colleague_id,
  copied_role_id: (ids) => ids.role_id,
  enrollment_id: (ids) => ids.waiting_enrollment_id,
  except_patient_id: (ids) => ids.patient_id,
  except_session_id: (ids) => ids.session_id,
  facilitator_id: (ids) => ids.user_id,
  feed_id: (ids) => ids.feed_id,
  group_definition_id: (ids) => ids.group_definition_id,
  group_definition_ids: (ids) => [ids.group_definition_id],
  into_group_definition_id: (ids) => ids.into_group_definition_id,
  organization_id: (ids) => ids.organization_id,
  participant_id: (ids) => ids.guest_participant_id,
  patient_id: (ids) => ids.waiting_patient_id,
  patient_ids: (ids) => [ids.patient_id],
  question_set_id: (ids) => ids.question_set_id,
  response_id: (ids) => ids.response_id,
  role_id: (ids) => ids.role_id,
  series_id: (ids) => ids.series_id,
  session_id: (ids) => ids.session_id,
  session_ids: (ids) => [ids.session_id],
  user_ids: (ids) => [ids.user_id],
};

/** Functions that are about something else than the others with the same parameter. */
const exceptions: Record<string, Partial<typeof idsOfParameters>> = {
  pm_restore_enrollment: { enrollment_id: (ids) => ids.deleted_enrollment_id },
  pm_restore_group_definition: { group_definition_id: (ids) => ids.deleted_group_definition_id },
  pm_restore_question_set: { question_set_id: (ids) => ids.deleted_question_set_id },
  pm_restore_patient: { patient_id: (ids) => ids.deleted_patient_id },
  pm_cancel_series: { session_id: (ids) => ids.series_session_id },
  pm_change_series: { session_id: (ids) => ids.series_session_id },
  pm_preview_series_change: { session_id: (ids) => ids.series_session_id },
};

/** The functions whose changes are one object, not a list. */
const objectChanges: Record<string, object> = {
  pm_change_series: { location: 'Room 1' },
  pm_preview_series_change: { location: 'Room 1' },
  pm_save_question_set: { title: 'Mine' },
};

/** What may be left out, but makes the call mean something. */
const alwaysSent = ['fix', 'code'];

/** Parameters that take ids. */
export const idParameters = ({ parameters }: ApiFunction) =>
  parameters.map(({ name }) => name).filter((name) => name in idsOfParameters);

function idFor(name: string, parameter: string, ids: Ids) {
  const from = exceptions[name]?.[parameter] ?? idsOfParameters[parameter];
  return from?.(ids);
}

/** A call with all ids and whatever else is required; `from` says whose ids, by parameter. */
export function callValues(called: ApiFunction, from: (parameter: string) => Ids): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, required } of called.parameters) {
    if (name in idsOfParameters) values[name] = idFor(called.name, name, from(name));
    else if (name === 'changes' && called.name in objectChanges) values[name] = objectChanges[called.name];
    else if (name in plainValues && (required || alwaysSent.includes(name))) values[name] = plainValues[name];
    else if (required) throw new Error(`${called.name} takes "${name}": say in call-values.ts what to call it with`);
  }
  return values;
}
