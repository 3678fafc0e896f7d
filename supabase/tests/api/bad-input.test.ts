import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addGroup, addPatients, type Clinic, createClinic } from '../support/clinic.ts';
import { type RawRequest, rawRequest, tokenOf } from '../support/raw-request.ts';

let clinic: Clinic;
let other: Clinic;
let token: string;
let group: string;
let patient: string;
let foreign: { group: string; patient: string };

beforeAll(async () => {
  [clinic, other] = await Promise.all([createClinic(), createClinic()]);
  token = await tokenOf(clinic.admin.client);
  group = await addGroup(clinic, 5);
  patient = (await addPatients(clinic, 1))[0] ?? '';
  foreign = { group: await addGroup(other, 5), patient: (await addPatients(other, 1))[0] ?? '' };
});

const send = (path: string, request: RawRequest = {}) => rawRequest(`/rest/v1/${path}`, { token, ...request });
const newPatient = (columns: Record<string, unknown> = {}) => ({
  organization_id: clinic.id,
  mrn: randomUUID().slice(0, 18),
  first_name: 'Pat',
  last_name: 'Example',
  ...columns,
});
const newGroup = (columns: Record<string, unknown> = {}) => ({
  organization_id: clinic.id,
  name: 'Group',
  group_type: 'therapy',
  ...columns,
});
const long = 'x'.repeat(10_000);

/** Each request with the code (hosted and local may differ: either) that it must be answered with; always a 4xx, never a 5xx, and never raw SQL. */
const refused: [what: string, request: () => ReturnType<typeof send>, code: string][] = [
  ['a name of 10,000 characters', () => send('pm_patients', { body: newPatient({ first_name: long }) }), '23514'],
  [
    'a group name of 10,000 characters',
    () => send('pm_group_definitions', { body: newGroup({ name: long }) }),
    '23514',
  ],
  ['an empty name', () => send('pm_patients', { body: newPatient({ last_name: '   ' }) }), '23514'],
  ['null where a value must be', () => send('pm_patients', { body: newPatient({ last_name: null }) }), '23502'],
  ['a missing column', () => send('pm_patients', { body: { organization_id: clinic.id } }), '23502'],
  ['a birth in 1899', () => send('pm_patients', { body: newPatient({ date_of_birth: '1899-12-31' }) }), '23514'],
  ['a birth in 2200', () => send('pm_patients', { body: newPatient({ date_of_birth: '2200-01-01' }) }), '23514'],
  ['a date that is none', () => send('pm_patients', { body: newPatient({ date_of_birth: '2026-02-30' }) }), '22008'],
  ['words for a date', () => send('pm_patients', { body: newPatient({ date_of_birth: 'soonish' }) }), '22007'],
  ['words for an id', () => send('pm_patients', { body: newPatient({ organization_id: 'mine' }) }), '22P02'],
  ['words for a number', () => send('pm_group_definitions', { body: newGroup({ max_capacity: 'many' }) }), '22P02'],
  ['a fraction of a seat', () => send('pm_group_definitions', { body: newGroup({ max_capacity: 1.5 }) }), '22P02'],
  [
    'more seats than numbers',
    () => send('pm_group_definitions', { body: newGroup({ max_capacity: 99_999_999_999 }) }),
    '22003',
  ],
  [
    'an object for a number',
    () => send('pm_group_definitions', { body: newGroup({ max_capacity: { seats: 1 } }) }),
    '22P02',
  ],
  [
    'an unknown type of group',
    () => send('pm_group_definitions', { body: newGroup({ group_type: 'party' }) }),
    '23514',
  ],
  ['a time of 25 hours', () => send('pm_group_schedule', { body: newSession({ start_time: '25:00' }) }), '22008'],
  [
    'a session before its start',
    () => send('pm_group_schedule', { body: newSession({ end_time: '08:00' }) }),
    'INVALID_DATE_RANGE',
  ],
  ['a session in 1900', () => send('pm_group_schedule', { body: newSession({ session_date: '1900-01-01' }) }), '23514'],
  ['a session in 2200', () => send('pm_group_schedule', { body: newSession({ session_date: '2200-01-01' }) }), '23514'],
  [
    'a session of a foreign group',
    () => send('pm_group_schedule', { body: newSession({ group_definition_id: foreign.group }) }),
    'GROUP_NOT_FOUND',
  ],
  [
    'a row for a foreign organization',
    () => send('pm_patients', { body: newPatient({ organization_id: other.id }) }),
    '42501',
  ],
  [
    'a foreign facilitator',
    () => send('pm_group_definitions', { body: newGroup({ facilitator_id: other.admin.userId }) }),
    '23503',
  ],
  [
    'a column that does not exist',
    () => send('pm_patients', { body: newPatient({ favourite_colour: 'blue' }) }),
    'PGRST204',
  ],
  [
    'a column that is not granted',
    () => send('pm_patients', { body: newPatient({ deleted_at: '2026-01-01' }) }),
    '42501',
  ],
  [
    'a group code of one’s own',
    () => send('pm_group_definitions', { body: newGroup({ group_code: 'MINE' }) }),
    '42501',
  ],
  ['a NUL character', () => send('pm_patients', { body: newPatient({ first_name: 'a\u0000b' }) }), '22021 22P05'],
  [
    'a NUL character in custom fields',
    () => send('pm_patients', { body: newPatient({ custom_fields: { a: '\u0000' } }) }),
    '22P05',
  ],
  ['a filter on no column', () => send('pm_patients?nothing=eq.1'), '42703'],
  ['a filter that is no id', () => send('pm_patients?id=eq.1'), '22P02'],
  ['a selection of no column', () => send('pm_patients?select=nothing'), '42703'],
  ['a table that does not exist', () => send('pm_nothing'), 'PGRST205'],
  ['a table of the engine', () => send('schedule_claims'), 'PGRST205'],
  ['a function that does not exist', () => send('rpc/pm_nothing', { body: {} }), 'PGRST202'],
  ['a function of the engine', () => send('rpc/lock_group', { body: {} }), 'PGRST202'],
  ['a function with an unknown parameter', () => send('rpc/pm_enroll_patient', { body: { group: 1 } }), 'PGRST202'],
  [
    'words for ids of a function',
    () => send('rpc/pm_enroll_patient', { body: { group_definition_id: 'a', patient_id: 'b' } }),
    '22P02',
  ],
  [
    'no ids for a function',
    () => send('rpc/pm_enroll_patient', { body: { group_definition_id: null, patient_id: null } }),
    'GROUP_NOT_FOUND',
  ],
  [
    'a foreign patient for a function',
    () => send('rpc/pm_enroll_patient', { body: { group_definition_id: group, patient_id: foreign.patient } }),
    'PATIENT_NOT_FOUND',
  ],
  [
    '101 patients',
    () =>
      send('rpc/pm_bulk_enroll_patients', {
        body: { group_definition_id: group, patient_ids: Array(101).fill(patient) },
      }),
    'INVALID_INPUT',
  ],
  ['a reason of 10,000 characters', () => disenroll(long), '23514'],
  ['no JSON', () => send('pm_patients', { body: '{"first_name": ' }), 'PGRST102'],
  ['a text instead of a row', () => send('pm_patients', { body: '"row"' }), 'PGRST102 PGRST204'],
  [
    'an upsert that would change what is not granted',
    () =>
      send('pm_patients?on_conflict=id', {
        headers: { prefer: 'resolution=merge-duplicates' },
        body: newPatient({ id: patient }),
      }),
    '42501',
  ],
  [
    'deleting what can only be deleted by a function',
    () => send(`pm_patients?id=eq.${patient}`, { method: 'DELETE' }),
    '42501',
  ],
  [
    'a time zone that does not exist',
    () => send('rpc/pf_create_organization', { body: { name: 'x', slug: randomUUID(), timezone: 'Mars/Olympus' } }),
    'INVALID_TIMEZONE',
  ],
  [
    'an address with signs',
    () => send('rpc/pf_create_organization', { body: { name: 'x', slug: '../etc', timezone: 'UTC' } }),
    '23514',
  ],
  [
    'an address that is taken',
    () => send('rpc/pf_create_organization', { body: { name: 'x', slug: clinic.slug, timezone: 'UTC' } }),
    '23505',
  ],
];

const newSession = (columns: Record<string, unknown> = {}) => ({
  organization_id: clinic.id,
  group_definition_id: group,
  session_date: '2026-03-02',
  start_time: '09:00',
  end_time: '10:00',
  ...columns,
});
async function disenroll(reason: string) {
  const [row] = await addPatients(clinic, 1);
  const { data } = await clinic.admin.client
    .rpc('pm_enroll_patient', { group_definition_id: group, patient_id: row ?? '' })
    .throwOnError();
  return send('rpc/pm_disenroll_patient', { body: { enrollment_id: data.id, reason } });
}

test.each(refused)('%s is refused', async (_what, request, code) => {
  const answer = await request();
  const { refusal } = answer;
  const met = refusal.code?.startsWith('PT') ? refusal.message : refusal.code;
  expect(code.split(' '), answer.text).toContain(met);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

describe('text is text', () => {
  const names = [
    ['Arabic, right to left', 'مريم الحسن'],
    ['Hebrew with direction marks', '\u202Eשרה\u202C'],
    ['Chinese', '王小明'],
    ['emoji that are several characters', '👩🏽‍⚕️👨‍👩‍👧‍👦'],
    ['combining accents', 'e\u0301le\u0300ve'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['SQL', "Robert'); DROP TABLE pm_patients;--"],
    ['quotes and backslashes', `"'\\\`$\{x}`],
    ['a formula', '=HYPERLINK("http://x")'],
    ['100 characters', 'x'.repeat(100)],
    ['a newline and a tab', 'two\nlines\tand'],
  ] as const;

  test.each(names)('%s comes back as it went', async (_what, name) => {
    const { data } = await clinic.admin.client
      .from('pm_patients')
      .insert({ ...newPatient(), first_name: name, custom_fields: { note: name } })
      .select('first_name, custom_fields')
      .single()
      .throwOnError();
    expect(data).toEqual({ first_name: name, custom_fields: { note: name } });
    const found = await clinic.admin.client
      .rpc('pm_search_patients', { organization_id: clinic.id, query: name })
      .throwOnError();
    expect(found.data.map((row) => row.first_name)).toContain(name);
  });
});

test('a birth in 1900 and a group that ends in 2199 are fine', async () => {
  const born = await send('pm_patients', { body: newPatient({ date_of_birth: '1900-01-01' }) });
  expect(born.status).toBe(201);
  const lasting = await send('pm_group_definitions', {
    body: newGroup({ start_date: '1990-01-01', end_date: '2199-12-31' }),
  });
  expect(lasting.status).toBe(201);
});

test('a huge body is refused without harm', async () => {
  const answer = await send('pm_patients', { body: newPatient({ custom_fields: { blob: 'x'.repeat(20_000_000) } }) });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect((await send('pm_patients?limit=1')).status).toBe(200);
});

test('a bulk insert is all or nothing, and a status sent along does not count', async () => {
  const patients = await addPatients(clinic, 2);
  const row = (patient_id: string | undefined) => ({
    organization_id: clinic.id,
    group_definition_id: group,
    patient_id,
    status: 'waitlisted',
  });
  const answer = await send('pm_group_enrollments', {
    body: [row(patients[0]), row(patients[1]), row(foreign.patient)],
  });
  expect([answer.status, answer.refusal.message]).toEqual([404, 'PATIENT_NOT_FOUND']);
  const { data } = await clinic.admin.client
    .from('pm_group_enrollments')
    .select('id')
    .in('patient_id', patients)
    .throwOnError();
  expect(data).toEqual([]);
});
