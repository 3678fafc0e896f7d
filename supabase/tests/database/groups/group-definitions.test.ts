import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatients, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, rpcRows, value } from '../../support/rpc.ts';

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

const make = (columns: Record<string, unknown>) => createGroup(database.pool, clinic.id, columns);
const asAdmin = <T>(work: Parameters<typeof commitAsUser<T>>[2]) =>
  commitAsUser(database.pool, clinic.people.org_admin, work);

test.each<[string, Record<string, unknown>, string]>([
  ['an end before the start', { start_date: '2026-03-02', end_date: '2026-03-01' }, 'INVALID_DATE_RANGE'],
  ['an end on the start', { start_date: '2026-03-02', end_date: '2026-03-02' }, 'INVALID_DATE_RANGE'],
  ['an end without a start', { end_date: '2026-03-02' }, 'INVALID_DATE_RANGE'],
  ['a period that is neither AM nor PM', { time_period: 'noon' }, 'INVALID_TIME_PERIOD'],
])('%s is refused in words', async (_what, columns, code) => {
  expect(await refusalOf(make(columns))).toMatchObject({
    code,
    sqlstate: 'PT400',
    detail: expect.stringMatching(/\.$/),
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ['no name', { name: '  ' }, 'name_length'],
  ['a name of 101 characters', { name: 'x'.repeat(101) }, 'name_length'],
  ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name_length'],
  ['a description of 501 characters', { description: 'x'.repeat(501) }, 'description_length'],
  ['no seats', { max_capacity: 0 }, 'max_capacity_range'],
  ['101 seats', { max_capacity: 101 }, 'max_capacity_range'],
  ['a minimum above the capacity', { max_capacity: 5, min_capacity: 6 }, 'min_capacity_range'],
  ['a minimum of 0', { min_capacity: 0 }, 'min_capacity_range'],
  ['an unknown type', { group_type: 'party' }, 'group_type_check'],
  ['an unknown status', { status: 'paused' }, 'status_check'],
  ['a start in 1900', { start_date: '1900-01-01' }, 'start_date_range'],
  ['a start in 2200', { start_date: '2200-01-01' }, 'start_date_range'],
  ['custom fields that are no object', { custom_fields: '[]' }, 'custom_fields_object'],
  ['four minutes', { duration_minutes: 4 }, 'duration_minutes_range'],
])('%s violates a constraint with a name', async (_what, columns, constraint) => {
  expect((await refusalOf(make(columns))).constraint).toBe(`pm_group_definitions_${constraint}`);
});

test('facilitator and co-facilitator are members, and two people', async () => {
  const { facilitator } = clinic.people;
  expect((await refusalOf(make({ facilitator_id: facilitator, co_facilitator_id: facilitator }))).constraint).toBe(
    'pm_group_definitions_facilitators_differ',
  );
  const stranger = (await createOrganization(database.pool)).people.facilitator;
  expect((await refusalOf(make({ facilitator_id: stranger }))).constraint).toBe(
    'pm_group_definitions_facilitator_fkey',
  );
});

test('text is kept as written, but for spaces around it', async () => {
  for (const name of [
    'مجموعة الدعم',
    '👩‍👩‍👧 Family',
    '<b>Bold</b> & "quoted"',
    "Robert'); drop table x;--",
    'x'.repeat(100),
  ]) {
    const id = await make({ name: `  ${name} ` });
    expect(await value(database.pool, 'select name from public.pm_group_definitions where id = $1', [id])).toBe(name);
  }
});

test('a deleted group is hidden, keeps its sessions and enrollments, and comes back as it was', async () => {
  const id = await make({ name: 'Gone', max_capacity: 1 });
  const session = await createSession(database.pool, clinic.id, id);
  const [patient, waiting] = await createPatients(database.pool, clinic.id, 2);
  await asAdmin((client) =>
    rpc(client, 'pm_bulk_enroll_patients', { group_definition_id: id, patient_ids: [patient, waiting] }),
  );
  const rows = () =>
    value(
      database.pool,
      'select jsonb_agg(to_jsonb(e) order by id) from public.pm_group_enrollments e where group_definition_id = $1',
      [id],
    );
  const before = await rows();
  await asAdmin((client) => rpc(client, 'pm_delete_group_definition', { group_definition_id: id }));

  const seen = (sql: string) =>
    asUser(database.pool, clinic.people.org_admin, async (client) => (await client.query(sql, [id])).rowCount);
  expect(await seen('select from public.pm_group_definitions where id = $1')).toBe(0);
  expect(await seen('select from public.pm_group_overview where id = $1')).toBe(0);
  expect(await seen(`select from public.pm_group_schedule where group_definition_id = $1 and id = '${session}'`)).toBe(
    1,
  );
  const listed = await asAdmin((client) =>
    rpcRows<{ id: string }>(client, 'pm_deleted_group_definitions', { organization_id: clinic.id }),
  );
  expect(listed.map((group) => group.id)).toContain(id);
  expect(
    await codeOf(asAdmin((client) => rpc(client, 'pm_delete_group_definition', { group_definition_id: id }))),
  ).toBe('GROUP_NOT_FOUND');
  expect(
    await codeOf(
      asAdmin((client) => rpc(client, 'pm_enroll_patient', { group_definition_id: id, patient_id: patient })),
    ),
  ).toBe('GROUP_NOT_FOUND');

  await asAdmin((client) => rpc(client, 'pm_restore_group_definition', { group_definition_id: id }));
  expect(await seen('select from public.pm_group_definitions where id = $1')).toBe(1);
  expect(await rows()).toEqual(before);
});

test('deleting, restoring and listing deleted groups take the permission', async () => {
  const id = await make({});
  const { staff } = clinic.people;
  const asStaff = (name: string, values: Record<string, unknown>) =>
    codeOf(asUser(database.pool, staff, (client) => rpcRows(client, name, values)));
  expect(await asStaff('pm_delete_group_definition', { group_definition_id: id })).toBe('PERMISSION_DENIED');
  expect(await asStaff('pm_deleted_group_definitions', { organization_id: clinic.id })).toBe('PERMISSION_DENIED');
  await asAdmin((client) => rpc(client, 'pm_delete_group_definition', { group_definition_id: id }));
  expect(await asStaff('pm_restore_group_definition', { group_definition_id: id })).toBe('PERMISSION_DENIED');
});

test('statistics and overview count what the tables hold', async () => {
  const fresh = await createOrganization(database.pool);
  const full = await createGroup(database.pool, fresh.id, { max_capacity: 2, min_capacity: 1 });
  const small = await createGroup(database.pool, fresh.id, {
    max_capacity: 5,
    min_capacity: 3,
    facilitator_id: fresh.people.facilitator,
  });
  await createGroup(database.pool, fresh.id, { status: 'inactive' });
  const [a, b, c] = await createPatients(database.pool, fresh.id, 3);
  const enroll = (group: string, ids: unknown[]) =>
    commitAsUser(database.pool, fresh.people.front_desk, (client) =>
      rpc(client, 'pm_bulk_enroll_patients', { group_definition_id: group, patient_ids: ids }),
    );
  await enroll(full, [a, b, c]);
  await enroll(small, [a]);
  const statistics = await asUser(database.pool, fresh.people.staff, (client) =>
    rpc(client, 'pm_group_statistics', { organization_id: fresh.id }),
  );
  expect(statistics).toEqual({
    total: 3,
    active: 2,
    total_patients: 2,
    average_size: '1.5',
    waitlisted: 1,
    seats_free: 4,
  });
  const overview = (id: string) =>
    asUser(
      database.pool,
      fresh.people.staff,
      async (client) => (await client.query('select * from public.pm_group_overview where id = $1', [id])).rows[0],
    );
  expect(await overview(full)).toMatchObject({
    patient_count: 2,
    waitlist_count: 1,
    seats_free: 0,
    is_over_capacity: false,
    is_under_minimum: false,
  });
  await database.pool.query('update public.pm_group_definitions set max_capacity = 1 where id = $1', [full]);
  expect(await overview(full)).toMatchObject({ seats_free: 0, is_over_capacity: true });
  expect(await overview(small)).toMatchObject({
    seats_free: 4,
    is_under_minimum: true,
    facilitator_count: 1,
    facilitator_name: 'The facilitator',
  });
});
