import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SignedIn } from '../support/api.ts';
import { addGroup, addPatients, type Clinic, createClinic, joinClinic } from '../support/clinic.ts';
import { rawRequest, tokenOf } from '../support/raw-request.ts';

let clinic: Clinic;
let stranger: Clinic;
let desk: SignedIn;
let staff: SignedIn;
/** A full group of two seats in which one more patient waits, and one with room. */
let full: string;
let open: string;
let patients: string[];
let enrollments: string[];

beforeAll(async () => {
  [clinic, stranger] = await Promise.all([createClinic(), createClinic()]);
  [desk, staff] = [await joinClinic(clinic, 'front_desk'), await joinClinic(clinic, 'staff')];
});

const enroll = async (group: string, patient: string | undefined) => {
  const ids = { group_definition_id: group, patient_id: patient ?? '' };
  return (await clinic.admin.client.rpc('pm_enroll_patient', ids).throwOnError()).data.id;
};

beforeAll(async () => {
  [full, open, patients] = [await addGroup(clinic, 2), await addGroup(clinic, 9), await addPatients(clinic, 4)];
  enrollments = [];
  for (const patient of patients.slice(0, 3)) enrollments.push(await enroll(full, patient));
});

/** A call as this person; the front desk unless told otherwise. */
const call = async (name: string, body: unknown, by: SignedIn = desk) =>
  rawRequest(`/rest/v1/rpc/${name}`, { token: await tokenOf(by.client), body });

const importResult = z.strictObject({
  ...{ created: z.number(), updated: z.number(), unchanged: z.number(), exists: z.number(), similar: z.number() },
  failed: z.number(),
  results: z.array(
    z.strictObject({
      index: z.number(),
      status: z.enum(['created', 'updated', 'unchanged', 'exists', 'similar', 'failed']),
      patient_id: z.uuid().nullable(),
      problems: z.array(z.strictObject({ column: z.string().nullable(), code: z.string(), detail: z.string() })),
      similar: z.array(
        z.strictObject({
          ...{ id: z.uuid().nullable(), mrn: z.string(), first_name: z.string(), last_name: z.string() },
          ...{ date_of_birth: z.iso.date().nullable(), reason: z.string() },
        }),
      ),
    }),
  ),
});

describe('importing', () => {
  const body = (rows: unknown, further = {}) => ({ organization_id: clinic.id, patients: rows, ...further });
  const row = (mrn: string, further = {}) => ({ mrn, first_name: 'Ann', last_name: 'Import', ...further });

  test('answers 200 with a result for each row, in the shape of the contract', async () => {
    const mrn = randomUUID().slice(0, 18);
    const born = { date_of_birth: '1990-02-03' };
    const answer = await call(
      'pm_import_patients',
      body([row(mrn, born), row(`${mrn}2`, born), row(mrn, { email: 'x' })]),
    );
    expect(answer.status).toBe(200);
    const parsed = importResult.parse(answer.body);
    expect(parsed.results.map((result) => result.status)).toEqual(['created', 'similar', 'exists']);
    const seen = await desk.client.from('pm_patients').select('mrn, notes').eq('mrn', mrn).throwOnError();
    expect(seen.data).toHaveLength(1);
  });

  test.each<[string, () => unknown]>([
    ['no list', () => body({})],
    ['an empty list', () => body([])],
    ['501 rows', () => body(Array.from({ length: 501 }, (_, index) => row(`X-${index}`)))],
    ['a column that does not exist', () => body([{ ...row('X-1'), favourite_colour: 'blue' }])],
    ['an unknown way', () => body([row('X-1')], { on_existing: 'replace' })],
  ])('%s is answered 400 INVALID_INPUT with words', async (_what, values) => {
    const answer = await call('pm_import_patients', values());
    expect([answer.status, answer.refusal.message]).toEqual([400, 'INVALID_INPUT']);
    expect(answer.refusal.details).toMatch(/\w.*\.$/);
  });

  test('a NUL character and a body that is no JSON are refused, not stored', async () => {
    const answer = await call('pm_import_patients', body([row('NUL-1', { notes: 'a\u0000b' })]));
    expect(answer.status).toBe(400);
    expect(['22021', '22P05']).toContain(answer.refusal.code);
    const broken = await call('pm_import_patients', '{"patients": [');
    expect(broken.status).toBeGreaterThanOrEqual(400);
    expect(broken.status).toBeLessThan(500);
  });

  test('staff are refused with 403, another organization’s desk too, and nothing is stored', async () => {
    for (const by of [staff, stranger.admin]) {
      const answer = await call('pm_import_patients', body([row('STAFF-1')]), by);
      expect([answer.status, answer.refusal.message]).toEqual([403, 'PERMISSION_DENIED']);
    }
    const { data } = await clinic.admin.client.from('pm_patients').select('id').eq('mrn', 'STAFF-1').throwOnError();
    expect(data).toEqual([]);
  });

  test('possible doubles come with reasons', async () => {
    const mrn = randomUUID().slice(0, 18);
    await call(
      'pm_import_patients',
      body([row(mrn, { first_name: 'Zoé', last_name: 'Doubled', date_of_birth: '1971-05-06' })]),
    );
    const answer = await call('pm_similar_patients', {
      ...{ organization_id: clinic.id, first_name: 'Zoe', last_name: 'Doubled', date_of_birth: '1971-05-06' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject([{ mrn, reason: 'same_birth_date', is_deleted: false, status: 'active' }]);
  });
});

describe('rosters', () => {
  test('embed patients, filter and count like a table', async () => {
    const { data, count } = await desk.client
      .rpc('pm_group_roster', { group_definition_id: full }, { count: 'exact' })
      .select('id, starts_on, patient:pm_patients(id, last_name)')
      .order('enrolled_at')
      .throwOnError();
    expect(count).toBe(2);
    expect(data.map((seat) => seat.patient)).toEqual([
      { id: patients[0], last_name: 'Example 1' },
      { id: patients[1], last_name: 'Example 2' },
    ]);
    const none = await desk.client
      .rpc('pm_group_roster', { group_definition_id: full, on_date: '2020-01-01' })
      .throwOnError();
    expect(none.data).toEqual([]);
  });

  test('of a session embed patients too, and are empty for others', async () => {
    const { data: session } = await clinic.admin.client
      .from('pm_group_schedule')
      .insert({
        ...{ organization_id: clinic.id, group_definition_id: full, session_date: '2031-03-03' },
        ...{ start_time: '09:00', end_time: '10:00' },
      })
      .select('id')
      .single()
      .throwOnError();
    const seen = async (by: SignedIn) =>
      (
        await by.client
          .rpc('pm_session_roster', { session_id: session.id })
          .select('patient:pm_patients(last_name)')
          .throwOnError()
      ).data;
    expect(await seen(staff)).toHaveLength(2);
    expect(await seen(stranger.admin)).toEqual([]);
    const other = await stranger.admin.client.rpc('pm_group_roster', { group_definition_id: full }).throwOnError();
    expect(other.data).toEqual([]);
  });
});

describe('the waitlist', () => {
  test('says who waits and why, and how fast seats come free', async () => {
    const list = await call('pm_waitlist', { group_definition_id: full }, staff);
    expect(list.status).toBe(200);
    expect(list.body).toMatchObject([
      {
        ...{
          enrollment_id: enrollments[2],
          patient_id: patients[2],
          place: 1,
          is_held: false,
          reason: 'full',
          ahead: 0,
        },
        ...{ held_since: null, held_until: null, hold_reason: null, passed_over: [] },
      },
    ]);
    const { data } = await staff.client.rpc('pm_seat_outlook', { group_definition_id: full }).single().throwOnError();
    expect(data).toMatchObject({ max_capacity: 2, seats_taken: 2, seats_free: 0, waiting: 1, held: 0 });
  });

  test('holding answers the row, releasing says who was promoted, twice is 409', async () => {
    const held = await call('pm_hold_on_waitlist', { enrollment_id: enrollments[2], reason: 'On vacation' });
    expect([held.status, held.body]).toMatchObject([200, { id: enrollments[2], waitlist_hold_reason: 'On vacation' }]);
    const released = await call('pm_release_from_hold', { enrollment_id: enrollments[2] });
    expect(released.body).toMatchObject({ released: { id: enrollments[2], waitlist_held_at: null }, promoted: null });
    const again = await call('pm_release_from_hold', { enrollment_id: enrollments[2] });
    expect([again.status, again.refusal.message]).toEqual([409, 'INVALID_TRANSITION']);
    const late = await call('pm_hold_on_waitlist', { enrollment_id: enrollments[2], held_until: '2020-01-01' });
    expect([late.status, late.refusal.message]).toEqual([400, 'INVALID_INPUT']);
    const seated = await call('pm_hold_on_waitlist', { enrollment_id: enrollments[0] });
    expect([seated.status, seated.refusal.message]).toEqual([409, 'INVALID_TRANSITION']);
  });

  test('a plain request writes neither holds nor origins', async () => {
    for (const column of [
      { waitlist_held_at: '2026-01-01' },
      { waitlist_hold_reason: 'x' },
      { transferred_from_id: enrollments[0] },
    ]) {
      const answer = await rawRequest(`/rest/v1/pm_group_enrollments?id=eq.${enrollments[2]}`, {
        ...{ method: 'PATCH', token: await tokenOf(desk.client), body: column },
      });
      expect([answer.status, answer.refusal.code]).toEqual([403, '42501']);
    }
  });
});

describe('transfers', () => {
  test('into a full group 409 with figures; otherwise both rows and who was promoted', async () => {
    const extra = await enroll(open, patients[3]);
    const refused = await call('pm_transfer_enrollment', { enrollment_id: extra, group_definition_id: full });
    expect([refused.status, refused.refusal.message]).toEqual([409, 'GROUP_AT_CAPACITY']);
    expect(refused.refusal.details).toContain('2 of 2 seats are taken');
    const moved = await call('pm_transfer_enrollment', { enrollment_id: enrollments[0], group_definition_id: open });
    expect([moved.status, moved.body]).toMatchObject([
      200,
      {
        disenrolled: { id: enrollments[0], status: 'disenrolled' },
        enrolled: { group_definition_id: open, status: 'enrolled', transferred_from_id: enrollments[0] },
        promoted: { id: enrollments[2], status: 'enrolled' },
      },
    ]);
    const ended = await call('pm_transfer_enrollment', { enrollment_id: enrollments[0], group_definition_id: open });
    expect([ended.status, ended.refusal.message]).toEqual([409, 'INVALID_TRANSITION']);
    const bad = await call('pm_transfer_enrollment', {
      ...{ enrollment_id: enrollments[1], group_definition_id: open, on_full: 'perhaps' },
    });
    expect([bad.status, bad.refusal.message]).toEqual([400, 'INVALID_INPUT']);
  });
});

describe('cohorts', () => {
  test('a clone answers the new row with its figures, a preview of many leaves nothing', async () => {
    const clone = await call('pm_clone_group', { group_definition_id: full, name: 'Next Cycle' }, clinic.admin);
    expect([clone.status, clone.body]).toMatchObject([
      200,
      { name: 'Next Cycle', organization_id: clinic.id, status: 'active', source_id: full, cloned_facilitators: 0 },
    ]);
    const count = async () =>
      (await clinic.admin.client.from('pm_group_definitions').select('id', { count: 'exact', head: true })).count;
    const before = await count();
    const body = { group_definition_ids: [full, open], date_offset_days: 7, preview: true };
    const preview = await call('pm_batch_clone_groups', body, clinic.admin);
    expect([preview.status, preview.body]).toMatchObject([
      200,
      { preview: true, groups: [{ source_id: full, sessions: { created: 0, skipped: [] } }, { source_id: open }] },
    ]);
    expect(await count()).toBe(before);
    const made = await call('pm_batch_clone_groups', { ...body, preview: false }, clinic.admin);
    expect(made.status).toBe(200);
    expect(await count()).toBe((before ?? 0) + 2);
  });

  test.each<[string, () => Record<string, unknown>, number, string]>([
    ['no group', () => ({ group_definition_ids: [] }), 400, 'INVALID_INPUT'],
    ['a group twice', () => ({ group_definition_ids: [open, open] }), 400, 'INVALID_INPUT'],
    ['an unknown key', () => ({ changes: [{ group_definition_id: open, id: open }] }), 400, 'INVALID_INPUT'],
    [
      'a date that is none',
      () => ({ changes: [{ group_definition_id: open, start_date: '2031-02-30' }] }),
      400,
      'INVALID_INPUT',
    ],
    ['noon', () => ({ changes: [{ group_definition_id: open, time_period: 'noon' }] }), 400, 'INVALID_TIME_PERIOD'],
  ])('%s is answered with words', async (_what, values, status, code) => {
    const body = { group_definition_ids: [open], date_offset_days: 7, ...values() };
    const answer = await call('pm_batch_clone_groups', body, clinic.admin);
    expect([answer.status, answer.refusal.message]).toEqual([status, code]);
  });

  test('merging previews, merges, and refuses a group that is not active', async () => {
    const [from, into] = [await addGroup(clinic, 3), await addGroup(clinic, 3)];
    const [patient] = await addPatients(clinic, 1);
    await enroll(from, patient);
    const body = { group_definition_id: from, into_group_definition_id: into };
    const preview = await call('pm_merge_groups', { ...body, preview: true }, clinic.admin);
    const merged = await call('pm_merge_groups', body, clinic.admin);
    for (const answer of [preview, merged]) {
      expect([answer.status, answer.body]).toMatchObject([
        200,
        { enrolled: 1, waitlisted: 0, cancelled_sessions: [], group: { id: from, status: 'completed' } },
      ]);
    }
    const back = await call(
      'pm_merge_groups',
      { ...body, group_definition_id: into, into_group_definition_id: from },
      clinic.admin,
    );
    expect([back.status, back.refusal.message]).toEqual([409, 'GROUP_NOT_ACTIVE']);
  });
});
