import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { value } from '../../support/rpc.ts';
import { clone, kinds } from './cohort-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** A group with everything set, three seats, and five patients of whom two wait. */
async function deskWithSource() {
  const desk = await openDesk(database);
  const { facilitator, staff } = desk.clinic.people;
  const source = await desk.group(3, {
    ...{ name: 'Morning Group', description: 'Cycle one', group_type: 'skills_training', location: 'Room 3' },
    ...{ facilitator_id: facilitator, co_facilitator_id: staff, min_capacity: 3, duration_minutes: 60 },
    ...{ recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330', time_period: 'AM' },
    ...{ start_date: '2026-01-05', end_date: '2026-03-31', custom_fields: { color: 'blue' } },
  });
  const people = await desk.patients(5);
  const enrollments = await desk.enroll(source, people);
  return { desk, source, people, enrollments };
}

test('without arguments: the same again, with patients, without facilitators', async () => {
  const { desk, source, people } = await deskWithSource();
  const made = await clone(desk, source);
  expect(made).toMatchObject({
    ...{ source_id: source, name: 'Morning Group', description: 'Cycle one', group_type: 'skills_training' },
    ...{
      location: 'Room 3',
      max_capacity: 3,
      min_capacity: 3,
      duration_minutes: 60,
      status: 'active',
      time_period: 'AM',
    },
    ...{ start_date: '2026-01-05', end_date: '2026-03-31', custom_fields: { color: 'blue' } },
    ...{ recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330', facilitator_id: null, co_facilitator_id: null },
    ...{ cloned_patients: 3, waitlisted_patients: 2, cloned_facilitators: 0 },
    ...{ organization_id: desk.clinic.id, created_by: desk.clinic.people.org_admin },
  });
  expect(made.id).not.toBe(source);
  expect(kinds(made)).toEqual(['same_name']);
  expect(await desk.line(made.id)).toEqual({ seated: people.slice(0, 3), waiting: people.slice(3) });
});

test('what is given replaces the source’s values; a new start without an end is open-ended', async () => {
  const { desk, source } = await deskWithSource();
  const changes = { name: ' Evening Group ', time_period: 'PM', start_date: '2026-04-06', max_capacity: 2 };
  const made = await clone(desk, source, { ...changes, include_patients: false });
  expect(made).toMatchObject({
    ...{ name: 'Evening Group', time_period: 'PM', start_date: '2026-04-06', end_date: null, max_capacity: 2 },
    ...{ recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260629', group_code: '260406PMEVP', min_capacity: 2 },
    ...{ cloned_patients: 0, waitlisted_patients: 0, warnings: [], patients: [] },
  });
  expect(await desk.seats(made.id)).toEqual([]);
  const dated = await clone(desk, source, { start_date: '2026-04-06', end_date: '2026-06-30' });
  expect(dated.end_date).toBe('2026-06-30');
  expect((await clone(desk, source, { end_date: '2026-12-31' })).end_date).toBe('2026-12-31');
});

test('a group without a minimum makes one without', async () => {
  const { desk, source } = await deskWithSource();
  await desk.pool.query('update public.pm_group_definitions set min_capacity = null where id = $1', [source]);
  expect((await clone(desk, source)).min_capacity).toBeNull();
});

test('every clone has a code of its own', async () => {
  const { desk, source } = await deskWithSource();
  const codes = [];
  for (let count = 0; count < 3; count += 1) codes.push((await clone(desk, source)).group_code);
  expect(codes).toEqual(['260105AMMOP-2', '260105AMMOP-3', '260105AMMOP-4']);
});

test('a smaller capacity is obeyed: seats in order of enrollment, then the waitlist in order', async () => {
  const { desk, source, people, enrollments } = await deskWithSource();
  await desk.ask('pm_move_on_waitlist', { enrollment_id: enrollments[4], rank: 1 });
  const made = await clone(desk, source, { max_capacity: 2 });
  const order = [0, 1, 2, 4, 3].map((index) => at(people, index));
  expect(made.patients.map((each) => [each.patient_id, each.was, each.status, each.waitlist_position])).toEqual(
    order.map((patient, place) => [
      ...[patient, place < 3 ? 'enrolled' : 'waitlisted'],
      ...[place < 2 ? 'enrolled' : 'waitlisted', place < 2 ? null : place - 1],
    ]),
  );
  expect(await desk.line(made.id)).toEqual({ seated: order.slice(0, 2), waiting: order.slice(2) });
  expect(made).toMatchObject({ cloned_patients: 2, waitlisted_patients: 3 });
  expect(kinds(made)).toEqual(['same_name', 'waitlisted']);
  expect(made.warnings.find((each) => each.kind === 'waitlisted')?.detail).toContain('One patient who has a seat');
});

test('a larger capacity seats those who wait', async () => {
  const { desk, source, people } = await deskWithSource();
  const made = await clone(desk, source, { max_capacity: 4 });
  expect(await desk.line(made.id)).toEqual({ seated: people.slice(0, 4), waiting: people.slice(4) });
});

test('who has left or was deleted is not taken along, and the source is untouched', async () => {
  const { desk, source, people, enrollments } = await deskWithSource();
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[0] });
  await desk.ask('pm_delete_enrollment', { enrollment_id: enrollments[4] });
  await desk.ask('pm_delete_patient', { patient_id: people[1] });
  const before = [await desk.seats(source), await desk.log(source)];
  const made = await clone(desk, source);
  expect((await desk.line(made.id)).seated).toEqual([people[2], people[3]]);
  expect([await desk.seats(source), await desk.log(source)]).toEqual(before);
});

test('patients are on the rosters from the start date, or from today if that is past', async () => {
  const { desk, source } = await deskWithSource();
  const days = async (further: Record<string, unknown>) => [
    ...new Set((await desk.seats((await clone(desk, source, further)).id)).map((seat) => seat.starts_on)),
  ];
  expect(await days({ start_date: '2099-01-05' })).toEqual(['2099-01-05']);
  const today = await value(desk.pool, 'private.organization_today($1)::text', [desk.clinic.id]);
  expect(await days({})).toEqual([today]);
});

test('facilitators come along if they are still active members', async () => {
  const { desk, source } = await deskWithSource();
  const { facilitator, staff } = desk.clinic.people;
  const both = await clone(desk, source, { include_facilitators: true });
  expect(both).toMatchObject({ facilitator_id: facilitator, co_facilitator_id: staff, cloned_facilitators: 2 });
  await desk.pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [facilitator]);
  const one = await clone(desk, source, { include_facilitators: true, start_date: '2027-01-04' });
  expect(one).toMatchObject({ facilitator_id: null, co_facilitator_id: staff, cloned_facilitators: 1 });
  expect(one.warnings).toEqual([
    { kind: 'facilitator_left', detail: 'The facilitator: no active member any more, so left open.' },
  ]);
});

test('the log of the new group says what it was made from', async () => {
  const { desk, source } = await deskWithSource();
  const made = await clone(desk, source);
  const [created, ...further] = await desk.log(made.id);
  expect(created).toMatchObject({
    action: 'group_created',
    metadata: { cloned_from: source, group_code: made.group_code },
  });
  expect(further.map((entry) => entry.action)).toEqual([
    ...['patient_enrolled', 'patient_enrolled', 'patient_enrolled', 'patient_waitlisted', 'patient_waitlisted'],
  ]);
  const plain = await desk.group(3);
  expect((await desk.log(plain))[0]?.metadata).not.toHaveProperty('cloned_from');
});

test('an inactive or completed group makes an active one', async () => {
  const { desk, source } = await deskWithSource();
  await desk.pool.query("update public.pm_group_definitions set status = 'completed' where id = $1", [source]);
  expect(await clone(desk, source)).toMatchObject({ status: 'active', cloned_patients: 3 });
});

test.each(['FREQ=WEEKLY;UNTIL=20261399', 'UNTIL=99991231', 'whatever a program wrote'])(
  'a rule that cannot be moved does not stand in the way: %s',
  async (recurrence_rule) => {
    const { desk, source } = await deskWithSource();
    await desk.pool.query('update public.pm_group_definitions set recurrence_rule = $2 where id = $1', [
      source,
      recurrence_rule,
    ]);
    expect(await clone(desk, source, { start_date: '2027-01-04' })).toMatchObject({ start_date: '2027-01-04' });
  },
);

test('what cannot be is refused in words, and nothing is made', async () => {
  const { desk, source } = await deskWithSource();
  const before = await countRows(desk.pool);
  const refused = (values: Record<string, unknown>, by?: string) =>
    desk.refused('pm_clone_group', { group_definition_id: source, ...values }, by);
  expect((await refused({ time_period: 'noon' })).code).toBe('INVALID_TIME_PERIOD');
  expect((await refused({ start_date: '2026-04-06', end_date: '2026-04-06' })).code).toBe('INVALID_DATE_RANGE');
  expect((await refused({ end_date: '2025-01-01' })).code).toBe('INVALID_DATE_RANGE');
  expect((await refused({ max_capacity: 0 })).constraint).toBe('pm_group_definitions_max_capacity_range');
  expect((await refused({ max_capacity: 101 })).constraint).toBe('pm_group_definitions_max_capacity_range');
  expect((await refused({ name: '  ' })).constraint).toBe('pm_group_definitions_name_length');
  expect((await refused({ name: 'x'.repeat(10_000) })).constraint).toBe('pm_group_definitions_name_length');
  expect((await refused({ start_date: '2200-01-01' })).constraint).toBe('pm_group_definitions_start_date_range');
  expect((await refused({ group_definition_id: crypto.randomUUID() })).code).toBe('GROUP_NOT_FOUND');
  const stranger = await openDesk(database);
  expect((await refused({}, stranger.clinic.people.org_admin)).code).toBe('GROUP_NOT_FOUND');
  expect((await refused({}, desk.clinic.people.front_desk)).code).toBe('PERMISSION_DENIED');
  const { rowCount } = await desk.pool.query('select from public.pm_group_definitions where organization_id = $1', [
    desk.clinic.id,
  ]);
  expect(rowCount).toBe(1);
  expect((await countRows(desk.pool)).pm_group_enrollments).toBe(before.pm_group_enrollments);
});

test('patients come along only with the permission to enroll', async () => {
  const { desk, source } = await deskWithSource();
  const role = await addRole(desk.pool, desk.clinic.id, 'maker', ['pm.group_definitions.create']);
  const by = await addMember(desk.pool, desk.clinic.id, role);
  const values = { group_definition_id: source };
  for (const include_patients of [true, null]) {
    const refusal = await desk.refused('pm_clone_group', { ...values, include_patients }, by);
    expect(refusal.code).toBe('PERMISSION_DENIED');
  }
  expect(await desk.ask('pm_clone_group', { ...values, include_patients: false }, by)).toMatchObject({ patients: [] });
});
