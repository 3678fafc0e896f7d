import { beforeAll, describe, expect, inject, test } from 'vitest';
import { anonymous, type SignedIn, service, signUp } from '../support/api.ts';
import { addGroup, addPatients, type Clinic, createClinic, joinClinic } from '../support/clinic.ts';
import { forgeToken, rawRequest, tokenOf } from '../support/raw-request.ts';

const { jwtSecret, secretKey } = inject('api');

let clinic: Clinic;
let staff: SignedIn;
let stranger: Clinic;
let group: string;
let patient: string;
let enrollment: string;

beforeAll(async () => {
  [clinic, stranger] = await Promise.all([createClinic(), createClinic()]);
  staff = await joinClinic(clinic, 'staff');
  group = await addGroup(clinic, 5);
  patient = (await addPatients(clinic, 1))[0] ?? '';
  const { data } = await clinic.admin.client
    .rpc('pm_enroll_patient', { group_definition_id: group, patient_id: patient })
    .throwOnError();
  enrollment = data.id;
});

describe('staff', () => {
  test('are refused with 403, the code, a sentence and what to do', async () => {
    const body = { group_definition_id: group, patient_id: patient };
    const answer = await rawRequest('/rest/v1/rpc/pm_enroll_patient', { token: await tokenOf(staff.client), body });
    expect(answer.status).toBe(403);
    expect(answer.refusal).toMatchObject({
      message: 'PERMISSION_DENIED',
      details: 'Your role does not include the permission pm.group_enrollments.create in this organization.',
      hint: expect.stringContaining('Ask an organization admin'),
    });
  });

  test('change nothing by plain requests either', async () => {
    const token = await tokenOf(staff.client);
    const update = await rawRequest(`/rest/v1/pm_group_enrollments?id=eq.${enrollment}`, {
      method: 'PATCH',
      token,
      headers: { prefer: 'return=representation' },
      body: { status: 'disenrolled' },
    });
    expect([update.status, update.body]).toEqual([200, []]);
    const insert = await rawRequest('/rest/v1/pm_patients', {
      token,
      body: { organization_id: clinic.id, mrn: 'X', first_name: 'X', last_name: 'X' },
    });
    expect([insert.status, insert.refusal.code]).toEqual([403, '42501']);
  });
});

describe('the other organization, with all ids at hand', () => {
  test.each([
    ['pm_enroll_patient', () => ({ group_definition_id: group, patient_id: patient }), 'GROUP_NOT_FOUND'],
    ['pm_disenroll_patient', () => ({ enrollment_id: enrollment }), 'ENROLLMENT_NOT_FOUND'],
    ['pm_delete_enrollment', () => ({ enrollment_id: enrollment }), 'ENROLLMENT_NOT_FOUND'],
    ['pm_delete_group_definition', () => ({ group_definition_id: group }), 'GROUP_NOT_FOUND'],
    ['pm_delete_patient', () => ({ patient_id: patient }), 'PATIENT_NOT_FOUND'],
  ])('%s answers 404', async (name, body, code) => {
    const answer = await rawRequest(`/rest/v1/rpc/${name}`, {
      token: await tokenOf(stranger.admin.client),
      body: body(),
    });
    expect([answer.status, answer.refusal.message]).toEqual([404, code]);
  });

  test('tables and views are empty, filters and joins find nothing', async () => {
    const token = await tokenOf(stranger.admin.client);
    for (const path of [
      `pm_patients?id=eq.${patient}`,
      `pm_group_definitions?id=eq.${group}&select=*,pm_group_enrollments(*)`,
      `pm_group_overview?id=eq.${group}`,
      `pm_group_enrollments?group_definition_id=eq.${group}`,
      `pm_group_activity_log?group_definition_id=eq.${group}`,
      `pf_organizations?id=eq.${clinic.id}`,
      `pf_memberships?organization_id=eq.${clinic.id}`,
      `pf_profiles?id=eq.${clinic.admin.userId}`,
      `pf_audit_log?organization_id=eq.${clinic.id}`,
    ]) {
      const answer = await rawRequest(`/rest/v1/${path}`, { token });
      expect([answer.status, answer.body], path).toEqual([200, []]);
    }
  });

  test('a group of one’s own takes no patient of theirs', async () => {
    const own = await addGroup(stranger, 5);
    const answer = await rawRequest('/rest/v1/pm_group_enrollments', {
      token: await tokenOf(stranger.admin.client),
      body: { organization_id: stranger.id, group_definition_id: own, patient_id: patient },
    });
    expect([answer.status, answer.refusal.message]).toEqual([404, 'PATIENT_NOT_FOUND']);
  });
});

describe('without a session', () => {
  const tables = ['pf_organizations', 'pf_permissions', 'pf_profiles', 'pm_patients', 'pm_group_overview'];
  test.each(tables)('the publishable key alone reads nothing of %s', async (table) => {
    const answer = await rawRequest(`/rest/v1/${table}`);
    expect([answer.status, answer.refusal.code]).toEqual([401, '42501']);
  });

  test('the publishable key alone calls no function', async () => {
    const ids = { group_definition_id: group, patient_id: patient };
    const { error, status } = await anonymous().rpc('pm_enroll_patient', ids);
    expect([status, error?.code]).toEqual([401, '42501']);
  });

  test('no key, and a key that is not ours, are answered 401', async () => {
    expect((await rawRequest('/rest/v1/pm_patients', { apiKey: null })).status).toBe(401);
    expect((await rawRequest('/rest/v1/pm_patients', { apiKey: 'sb_publishable_wrong' })).status).toBe(401);
    expect(
      (await rawRequest('/rest/v1/pm_patients', { apiKey: null, token: await tokenOf(staff.client) })).status,
    ).toBe(401);
  });
});

describe('forged and expired tokens', () => {
  const claims = () => ({ sub: clinic.admin.userId, role: 'authenticated', aud: 'authenticated' });
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;

  test('the same claims with the right secret are let in, so that the refusals below mean something', async () => {
    const token = forgeToken({ ...claims(), exp: inAnHour }, jwtSecret);
    expect((await rawRequest(`/rest/v1/pm_patients?id=eq.${patient}&select=id`, { token })).body).toEqual([
      { id: patient },
    ]);
  });

  test.each<[string, () => string]>([
    ['signed with another secret', () => forgeToken({ ...claims(), exp: inAnHour }, 'x'.repeat(64))],
    ['expired', () => forgeToken({ ...claims(), exp: inAnHour - 7200 }, jwtSecret)],
    ['not signed at all', () => forgeToken({ ...claims(), exp: inAnHour }, '', 'none')],
    [
      'that says service_role, signed with another secret',
      () => forgeToken({ role: 'service_role', exp: inAnHour }, 'x'.repeat(64)),
    ],
    ['that is no token', () => 'nonsense'],
  ])('a token %s is answered 401', async (_what, token) => {
    const answer = await rawRequest(`/rest/v1/pm_patients?id=eq.${patient}`, { token: token() });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain(patient);
  });
});

test('who is removed or suspended is locked out with the next request, the token notwithstanding', async () => {
  const person = await joinClinic(clinic, 'front_desk');
  const count = async () => (await person.client.from('pm_patients').select('id').eq('id', patient)).data?.length;
  expect(await count()).toBe(1);
  const status = (to: string) =>
    clinic.admin.client.from('pf_memberships').update({ status: to }).eq('user_id', person.userId).throwOnError();
  await status('suspended');
  expect(await count()).toBe(0);
  await status('active');
  expect(await count()).toBe(1);
  await clinic.admin.client.from('pf_memberships').delete().eq('user_id', person.userId).throwOnError();
  expect(await count()).toBe(0);
});

test('a toggle takes effect with the next request', async () => {
  const [person] = (await addPatients(clinic, 1)) ?? [];
  const call = () => staff.client.rpc('pm_enroll_patient', { group_definition_id: group, patient_id: person ?? '' });
  expect((await call()).error?.message).toBe('PERMISSION_DENIED');
  await clinic.admin.client
    .rpc('pf_set_role_permission', {
      role_id: clinic.roles.get('staff') ?? '',
      permission_key: 'pm.group_enrollments.create',
      granted: true,
    })
    .throwOnError();
  expect((await call()).error).toBeNull();
});

test('the token hash of an invitation is not served, not even to who invites', async () => {
  const { error } = await clinic.admin.client.from('pf_invitations').select('token_hash');
  expect(error?.code).toBe('42501');
});

test('the secret key reads the events of all organizations and writes none', async () => {
  expect((await service().from('pf_domain_events').select('id').limit(1)).error).toBeNull();
  const answer = await rawRequest('/rest/v1/pf_domain_events', {
    apiKey: secretKey,
    body: { organization_id: clinic.id, event_type: 'x', payload: {} },
  });
  expect(answer.refusal.code).toBe('42501');
});

test('a newcomer without an organization sees the catalogue of permissions and nothing else', async () => {
  const { client } = await signUp();
  expect((await client.from('pf_permissions').select('key')).data?.length).toBeGreaterThan(20);
  for (const table of ['pf_organizations', 'pf_roles', 'pm_patients', 'pm_group_definitions'] as const) {
    expect((await client.from(table).select('id')).data).toEqual([]);
  }
});
