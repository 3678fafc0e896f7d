import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatients } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';

interface Row {
  id: string;
  patient_id: string;
  status: string;
  waitlist_position: number | null;
}
interface BulkResult {
  assigned: number;
  waitlisted: number;
  failed: number;
  results: {
    patient_id: string;
    status: string;
    waitlist_position: number | null;
    error: string | null;
    detail: string | null;
    enrollment_id: string | null;
  }[];
}

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

const asDesk = <T>(work: Parameters<typeof commitAsUser<T>>[2]) =>
  commitAsUser(database.pool, clinic.people.front_desk, work);
const call = <T extends Record<string, unknown>>(name: string, values: Record<string, unknown>) =>
  asDesk((client) => rpc<T>(client, name, values));

/** A group with so many seats, all of whose patients (two more than seats) are enrolled in order. */
async function fullGroup(seats: number) {
  const group = await createGroup(database.pool, clinic.id, { max_capacity: seats, name: 'Full House' });
  const patients = await createPatients(database.pool, clinic.id, seats + 2);
  const rows: Row[] = [];
  for (const patient of patients) {
    rows.push(
      await asDesk((client) =>
        rpc<Row & Record<string, unknown>>(client, 'pm_enroll_patient', {
          group_definition_id: group,
          patient_id: patient,
        }),
      ),
    );
  }
  return { group, patients, rows };
}
const rowsOf = async (group: string) =>
  (
    await database.pool.query<Row>(
      'select id, patient_id, status, waitlist_position from public.pm_group_enrollments where group_definition_id = $1 order by created_at',
      [group],
    )
  ).rows;
const enrolledIn = async (group: string) =>
  (await rowsOf(group)).filter((row) => row.status === 'enrolled').map((row) => row.patient_id);

test('the eleventh patient of ten waits in place 1, the twelfth in place 2', async () => {
  const { rows } = await fullGroup(10);
  expect(rows.slice(0, 10).map((row) => row.status)).toEqual(Array(10).fill('enrolled'));
  expect(rows.slice(10).map((row) => [row.status, row.waitlist_position])).toEqual([
    ['waitlisted', 1],
    ['waitlisted', 2],
  ]);
});

test('disenrolling returns who was promoted, or null', async () => {
  const { rows } = await fullGroup(1);
  const [seated, first, second] = rows;
  const end = (row: Row | undefined) =>
    call<{ pm_disenroll_patient: { disenrolled: Row; promoted: Row | null } }>('pm_disenroll_patient', {
      enrollment_id: row?.id,
      reason: 'moved away',
    });
  const answer = (await end(seated)).pm_disenroll_patient;
  expect(answer.disenrolled).toMatchObject({ id: seated?.id, status: 'disenrolled', disenroll_reason: 'moved away' });
  expect(answer.promoted).toMatchObject({ id: first?.id, status: 'enrolled', waitlist_position: null });
  expect((await end(second)).pm_disenroll_patient.promoted).toBeNull();
  expect((await end(first)).pm_disenroll_patient.promoted).toBeNull();
});

test('on_full reject refuses with the figures', async () => {
  const { group, patients } = await fullGroup(1);
  const [more] = await createPatients(database.pool, clinic.id, 1);
  const enroll = (patient_id: string | undefined, on_full: string | null) =>
    refusalOf(call('pm_enroll_patient', { group_definition_id: group, patient_id, on_full }));
  expect(await enroll(more, 'reject')).toMatchObject({
    code: 'GROUP_AT_CAPACITY',
    sqlstate: 'PT409',
    detail: '"Full House" is full: 1 of 1 seats are taken.',
  });
  expect(await enroll(patients[1], 'waitlist')).toMatchObject({
    code: 'PATIENT_ALREADY_ENROLLED',
    detail: 'The patient is already on the waitlist of "Full House".',
  });
  expect((await enroll(more, 'maybe')).code).toBe('INVALID_INPUT');
  expect((await enroll(more, null)).code).toBe('INVALID_INPUT');
});

test('a status, a position or a time sent by the client does not count', async () => {
  const { group } = await fullGroup(1);
  const [patient] = await createPatients(database.pool, clinic.id, 1);
  await asDesk((client) =>
    client.query(
      "insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id, status) values ($1, $2, $3, 'enrolled')",
      [clinic.id, group, patient],
    ),
  );
  expect((await rowsOf(group)).at(-1)).toMatchObject({ status: 'waitlisted', waitlist_position: 3 });
  for (const status of ['disenrolled', 'nonsense']) {
    const other = await createGroup(database.pool, clinic.id);
    await asDesk((client) =>
      client.query(
        'insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id, status) values ($1, $2, $3, $4)',
        [clinic.id, other, patient, status],
      ),
    );
    expect(await rowsOf(other)).toMatchObject([{ status: 'enrolled' }]);
  }
});

test('many at once: each patient has a result, one failure does not undo the others', async () => {
  const group = await createGroup(database.pool, clinic.id, { max_capacity: 2 });
  const [a, b, c] = await createPatients(database.pool, clinic.id, 3);
  const [foreign] = await createPatients(database.pool, (await createOrganization(database.pool)).id, 1);
  const { pm_bulk_enroll_patients: result } = await call<{ pm_bulk_enroll_patients: BulkResult }>(
    'pm_bulk_enroll_patients',
    {
      group_definition_id: group,
      patient_ids: [a, foreign, a, b, c],
    },
  );
  const made = { error: null, detail: null, enrollment_id: expect.any(String) };
  const failed = { status: 'failed', waitlist_position: null, enrollment_id: null };
  expect(result).toEqual({
    assigned: 2,
    waitlisted: 1,
    failed: 2,
    results: [
      { patient_id: a, status: 'enrolled', waitlist_position: null, ...made },
      {
        ...{ patient_id: foreign, ...failed, error: 'PATIENT_NOT_FOUND' },
        detail: 'There is no such patient in this organization.',
      },
      {
        ...{ patient_id: a, ...failed, error: 'PATIENT_ALREADY_ENROLLED' },
        detail: 'The patient is already enrolled in "Group".',
      },
      { patient_id: b, status: 'enrolled', waitlist_position: null, ...made },
      { patient_id: c, status: 'waitlisted', waitlist_position: 1, ...made },
    ],
  });
  const rows = await rowsOf(group);
  expect(result.results.flatMap((each) => each.enrollment_id ?? [])).toEqual(rows.map((row) => row.id));
  const size = (patient_ids: unknown[]) =>
    codeOf(call('pm_bulk_enroll_patients', { group_definition_id: group, patient_ids }));
  expect(await size([])).toBe('INVALID_INPUT');
  expect(await size(Array(101).fill(a))).toBe('INVALID_INPUT');
});

test('many at once start on the day that was agreed, whether they get a seat or wait', async () => {
  const group = await createGroup(database.pool, clinic.id, { max_capacity: 1 });
  const patient_ids = await createPatients(database.pool, clinic.id, 2);
  await call('pm_bulk_enroll_patients', { group_definition_id: group, patient_ids, starts_on: '2099-01-05' });
  const { rows } = await database.pool.query(
    'select status, starts_on::text from public.pm_group_enrollments where group_definition_id = $1 order by created_at',
    [group],
  );
  expect(rows).toEqual([
    { status: 'enrolled', starts_on: '2099-01-05' },
    { status: 'waitlisted', starts_on: '2099-01-05' },
  ]);
});

test('many at once and on_full reject: those who do not fit fail with the figures', async () => {
  const { group } = await fullGroup(1);
  const patient_ids = await createPatients(database.pool, clinic.id, 1);
  const { pm_bulk_enroll_patients: result } = await call<{ pm_bulk_enroll_patients: BulkResult }>(
    'pm_bulk_enroll_patients',
    { group_definition_id: group, patient_ids, on_full: 'reject' },
  );
  expect(result).toMatchObject({
    failed: 1,
    results: [
      { error: 'GROUP_AT_CAPACITY', detail: '"Full House" is full: 1 of 1 seats are taken.', enrollment_id: null },
    ],
  });
  expect(
    await codeOf(call('pm_bulk_enroll_patients', { group_definition_id: group, patient_ids, on_full: 'maybe' })),
  ).toBe('INVALID_INPUT');
});

test('a reason of more than 500 characters is refused for moving and promoting', async () => {
  const { rows } = await fullGroup(1);
  const reason = 'x'.repeat(501);
  const values = { enrollment_id: rows[2]?.id, reason };
  expect(await codeOf(call('pm_move_on_waitlist', { ...values, rank: 1 }))).toBe('INVALID_INPUT');
  expect(await codeOf(call('pm_promote_enrollment', values))).toBe('INVALID_INPUT');
});

test('one statement that ends several seats gives each to the next in line', async () => {
  const { group, patients } = await fullGroup(3);
  await asDesk((client) =>
    client.query(
      "update public.pm_group_enrollments set status = 'disenrolled' where group_definition_id = $1 and patient_id = any ($2::uuid[])",
      [group, patients.slice(0, 2)],
    ),
  );
  expect(await enrolledIn(group)).toEqual([patients[2], patients[3], patients[4]]);
});

test('one statement cannot take more seats than there are', async () => {
  const { group } = await fullGroup(1);
  await database.pool.query('update public.pm_group_definitions set status = $2 where id = $1', [group, 'inactive']);
  await database.pool.query('update public.pm_group_definitions set max_capacity = 2 where id = $1', [group]);
  await database.pool.query('update public.pm_group_definitions set status = $2 where id = $1', [group, 'active']);
  const promoteAll = asDesk((client) =>
    client.query("update public.pm_group_enrollments set status = 'enrolled' where group_definition_id = $1", [group]),
  );
  expect(await codeOf(promoteAll)).toBe('GROUP_AT_CAPACITY');
  expect(await enrolledIn(group)).toHaveLength(1);
});

test('a bulk insert into a group with one seat left seats one and queues the rest in order', async () => {
  const group = await createGroup(database.pool, clinic.id, { max_capacity: 1 });
  const patients = await createPatients(database.pool, clinic.id, 3);
  await asDesk((client) =>
    client.query(
      'insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id) select $1, $2, p from unnest($3::uuid[]) p',
      [clinic.id, group, patients],
    ),
  );
  expect((await rowsOf(group)).map((row) => [row.patient_id, row.waitlist_position])).toEqual([
    [patients[0], null],
    [patients[1], 1],
    [patients[2], 2],
  ]);
});

test('the log says why somebody was promoted, and by whom', async () => {
  const { group, rows } = await fullGroup(1);
  await call('pm_disenroll_patient', { enrollment_id: rows[0]?.id });
  await database.pool.query('update public.pm_group_definitions set max_capacity = 2 where id = $1', [group]);
  const promotions = (
    await database.pool.query(
      "select performed_by, patient_id, metadata -> 'cause' as cause from public.pm_group_activity_log where group_definition_id = $1 and action = 'patient_promoted' order by id",
      [group],
    )
  ).rows;
  expect(promotions).toEqual([
    {
      performed_by: clinic.people.front_desk,
      patient_id: rows[1]?.patient_id,
      cause: { rule: 'seat_freed', by_enrollment_id: rows[0]?.id },
    },
    { performed_by: null, patient_id: rows[2]?.patient_id, cause: { rule: 'capacity_raised', from: 1, to: 2 } },
  ]);
});

test('the seat counts from now, the roster from starts_on, which is the clinic’s today', async () => {
  const { rows } = await fullGroup(1);
  const [starts, today] = [
    await value<string>(database.pool, 'select starts_on::text from public.pm_group_enrollments where id = $1', [
      rows[0]?.id,
    ]),
    await value<string>(database.pool, "(now() at time zone 'America/New_York')::date::text"),
  ];
  expect(starts).toBe(today);
});

test('staff are refused by every function, and outsiders find nothing', async () => {
  const { group, patients, rows } = await fullGroup(1);
  const outsider = (await createOrganization(database.pool)).people.org_admin;
  const [seat, waiting] = [rows[0]?.id, rows[1]?.id];
  const calls: [string, Record<string, unknown>, string][] = [
    ['pm_enroll_patient', { group_definition_id: group, patient_id: patients[0] }, 'GROUP_NOT_FOUND'],
    ['pm_bulk_enroll_patients', { group_definition_id: group, patient_ids: patients }, 'GROUP_NOT_FOUND'],
    ['pm_disenroll_patient', { enrollment_id: seat }, 'ENROLLMENT_NOT_FOUND'],
    ['pm_promote_enrollment', { enrollment_id: waiting }, 'ENROLLMENT_NOT_FOUND'],
    ['pm_move_on_waitlist', { enrollment_id: waiting, rank: 1 }, 'ENROLLMENT_NOT_FOUND'],
    ['pm_delete_enrollment', { enrollment_id: seat }, 'ENROLLMENT_NOT_FOUND'],
    ['pm_restore_enrollment', { enrollment_id: seat }, 'ENROLLMENT_NOT_FOUND'],
  ];
  for (const [name, values, unseen] of calls) {
    const as = (userId: string) => codeOf(asUser(database.pool, userId, (client) => rpc(client, name, values)));
    expect(await as(clinic.people.staff), name).toBe('PERMISSION_DENIED');
    expect(await as(outsider), name).toBe(unseen);
  }
});
