import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type SignedIn, service } from '../support/api.ts';
import { addGroup, addPatients, type Clinic, createClinic, joinClinic } from '../support/clinic.ts';
import { forgeToken, rawRequest, tokenOf } from '../support/raw-request.ts';

let clinic: Clinic;
let stranger: Clinic;
let staff: SignedIn;
let full: string;
let open: string;
/** Of a patient who waits. */
let waiting: string;

beforeAll(async () => {
  [clinic, stranger] = await Promise.all([createClinic(), createClinic()]);
  staff = await joinClinic(clinic, 'staff');
  [full, open] = [await addGroup(clinic, 1), await addGroup(clinic, 9)];
  for (const patient_id of await addPatients(clinic, 2)) {
    const ids = { group_definition_id: full, patient_id };
    waiting = (await clinic.admin.client.rpc('pm_enroll_patient', ids).throwOnError()).data.id;
  }
});

const call = async (name: string, body: unknown, by: SignedIn) =>
  rawRequest(`/rest/v1/rpc/${name}`, { token: await tokenOf(by.client), body });

/** Every call of the front desk on somebody's ids, with the codes for what cannot be found. */
const onIds = (ids: { group: string; enrollment: string; own: string }): [string, Record<string, unknown>][] => [
  ['pm_seat_outlook', { group_definition_id: ids.group }],
  ['pm_waitlist', { group_definition_id: ids.group }],
  ['pm_waiting_in_like_groups', { group_definition_id: ids.group }],
  ['pm_enrollment_conflicts', { group_definition_id: ids.group, patient_ids: [ids.enrollment] }],
  ['pm_hold_on_waitlist', { enrollment_id: ids.enrollment }],
  ['pm_release_from_hold', { enrollment_id: ids.enrollment }],
  ['pm_transfer_enrollment', { enrollment_id: ids.enrollment, group_definition_id: ids.own }],
  ['pm_merge_groups', { group_definition_id: ids.group, into_group_definition_id: ids.own }],
  ['pm_merge_groups', { group_definition_id: ids.own, into_group_definition_id: ids.group }],
  ['pm_clone_group', { group_definition_id: ids.group }],
  ['pm_batch_clone_groups', { group_definition_ids: [ids.group], date_offset_days: 7 }],
  ['pm_batch_clone_groups', { group_definition_ids: [ids.own, ids.group], date_offset_days: 7 }],
];

test('another organization’s ids are answered 404, word for word like ids that do not exist', async () => {
  const own = await addGroup(stranger, 3);
  const theirs = onIds({ group: full, enrollment: waiting, own });
  const nobodys = onIds({ group: randomUUID(), enrollment: randomUUID(), own });
  for (const [index, [name, values]] of theirs.entries()) {
    const answer = await call(name, values, stranger.admin);
    const nothing = await call(name, nobodys[index]?.[1], stranger.admin);
    expect([name, answer.status]).toEqual([name, 404]);
    expect(answer.refusal.message).toMatch(/^(GROUP|ENROLLMENT)_NOT_FOUND$/);
    expect([nothing.status, nothing.body], name).toEqual([answer.status, answer.body]);
  }
});

test('staff may look at the waitlist and are refused with 403 whatever they would change', async () => {
  const allowed = ['pm_seat_outlook', 'pm_waitlist', 'pm_waiting_in_like_groups', 'pm_enrollment_conflicts'];
  for (const [name, values] of onIds({ group: full, enrollment: waiting, own: open })) {
    const answer = await call(name, values, staff);
    expect([name, answer.status]).toEqual([name, allowed.includes(name) ? 200 : 403]);
    if (!allowed.includes(name)) expect(answer.refusal.message).toBe('PERMISSION_DENIED');
  }
});

test('without a session every call is answered 401', async () => {
  for (const [name, values] of onIds({ group: full, enrollment: waiting, own: open })) {
    const answer = await rawRequest(`/rest/v1/rpc/${name}`, { body: values });
    expect([name, answer.status]).toEqual([name, 401]);
  }
  const forged = forgeToken({ sub: clinic.admin.userId, role: 'authenticated' }, 'x'.repeat(64));
  const answer = await rawRequest('/rest/v1/rpc/pm_waitlist', { token: forged, body: { group_definition_id: full } });
  expect(answer.status).toBe(401);
});

test('the secret key may do it for integrations', async () => {
  const { data } = await service().rpc('pm_waitlist', { group_definition_id: full }).throwOnError();
  expect(data).toBeInstanceOf(Array);
  const [patient] = await addPatients(clinic, 1);
  const enrolled = await service()
    .rpc('pm_enroll_patient', { group_definition_id: open, patient_id: patient ?? '', starts_on: '2031-01-06' })
    .throwOnError();
  expect(enrolled.data).toMatchObject({ status: 'enrolled', starts_on: '2031-01-06' });
});
