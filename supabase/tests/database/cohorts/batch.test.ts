import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { batch, kinds } from './cohort-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Three groups of one cycle: two full ones, of whom one has a waitlist, and an empty one without dates. */
async function deskWithCohort() {
  const desk = await openDesk(database);
  const dates = { start_date: '2031-01-06', end_date: '2031-03-31', time_period: 'AM' };
  const sources = [
    await desk.group(2, { name: 'Morning Group', min_capacity: 2, ...dates }),
    await desk.group(3, { name: 'Evening Group', facilitator_id: desk.clinic.people.facilitator, ...dates }),
    await desk.group(5, { name: 'Open Group' }),
  ];
  const people = await desk.patients(5);
  await desk.enroll(at(sources, 0), people.slice(0, 4));
  await desk.enroll(at(sources, 1), people.slice(2, 5));
  return { desk, sources, people };
}

test('a group from each, in the order asked for, dates moved, each with its own code', async () => {
  const { desk, sources, people } = await deskWithCohort();
  const order = [at(sources, 1), at(sources, 2), at(sources, 0)];
  const answer = await batch(desk, order, 91);
  expect(answer.preview).toBe(false);
  expect(answer.groups.map((made) => made.source_id)).toEqual(order);
  expect(answer.groups.map(({ group }) => [group.name, group.start_date, group.end_date, group.group_code])).toEqual([
    ['Evening Group', '2031-04-07', '2031-06-30', '310407AMEVP'],
    ['Open Group', null, null, null],
    ['Morning Group', '2031-04-07', '2031-06-30', '310407AMMOP'],
  ]);
  expect(answer.groups.map((made) => [made.cloned_patients, made.waitlisted_patients])).toEqual([
    ...[
      [3, 0],
      [0, 0],
      [2, 2],
    ],
  ]);
  for (const made of answer.groups) {
    expect(made.sessions).toEqual({ created: 0, first_date: null, last_date: null, skipped: [] });
    expect(made.group).toMatchObject({ status: 'active', facilitator_id: null });
  }
  const morning = at(answer.groups, 2).group.id;
  expect(await desk.line(morning)).toEqual({ seated: people.slice(0, 2), waiting: people.slice(2, 4) });
  expect((await desk.seats(morning)).map((seat) => seat.starts_on)).toEqual(Array(4).fill('2031-04-07'));
  expect((await desk.log(morning, 'group_created'))[0]?.metadata.cloned_from).toBe(sources[0]);
});

test('changes replace the moved values of one group, and only what they name', async () => {
  const { desk, sources } = await deskWithCohort();
  const changes = [
    { group_definition_id: sources[0], name: 'Noon Group', max_capacity: 1, end_date: null },
    { group_definition_id: sources[1], time_period: 'PM', start_date: '2031-05-05' },
  ];
  const { groups } = await batch(desk, sources, 91, { changes });
  expect(groups.map(({ group }) => [group.name, group.time_period, group.start_date, group.end_date])).toEqual([
    ['Noon Group', 'AM', '2031-04-07', null],
    ['Evening Group', 'PM', '2031-05-05', '2031-06-30'],
    ['Open Group', null, null, null],
  ]);
  // The minimum cannot exceed the seats.
  expect(at(groups, 0)).toMatchObject({ group: { max_capacity: 1, min_capacity: 1 }, waitlisted_patients: 3 });
  expect(kinds(at(groups, 0))).toEqual(['waitlisted']);
});

test('back in time, not at all, and by the most days there are', async () => {
  const { desk, sources } = await deskWithCohort();
  const first = async (days: number) =>
    at((await batch(desk, [at(sources, 0)], days, { include_patients: false })).groups, 0);
  expect((await first(-7)).group.start_date).toBe('2030-12-30');
  expect((await first(3660)).group.start_date).toBe('2041-01-13');
  const same = await first(0);
  expect(same.group.group_code).toBe('310106AMMOP-2');
  expect(kinds(same)).toEqual(['same_name']);
});

test('a cohort that was cloned before says so', async () => {
  const { desk, sources } = await deskWithCohort();
  const first = await batch(desk, sources, 91);
  expect(first.groups.map(kinds)).toEqual([[], [], ['same_name']]);
  const second = await batch(desk, sources, 91);
  expect(second.groups.map(kinds)).toEqual([['same_name'], ['same_name'], ['same_name']]);
  expect(at(second.groups, 0).warnings[0]?.detail).toContain('"Morning Group" that starts on Mon, Apr 7, 2031');
});

test('a preview gives the same answer and leaves no trace', async () => {
  const { desk, sources } = await deskWithCohort();
  const before = await countRows(desk.pool);
  const further = { include_facilitators: true, include_sessions: true };
  const preview = await batch(desk, sources, 91, { ...further, preview: true });
  expect(await countRows(desk.pool)).toEqual(before);
  const answer = await batch(desk, sources, 91, further);
  expect(preview.preview).toBe(true);
  const facts = ({ groups }: typeof answer) =>
    groups.map(({ group, ...rest }) => ({ ...rest, name: group.name, code: group.group_code, from: group.start_date }));
  expect(facts(preview)).toEqual(facts(answer));
});

test('all or nothing: when the third group cannot be made, none is', async () => {
  const { desk, sources } = await deskWithCohort();
  const before = await countRows(desk.pool);
  for (const change of [{ max_capacity: 0 }, { name: '' }, { start_date: '2031-05-05', end_date: '2031-05-05' }]) {
    const values = { group_definition_ids: sources, date_offset_days: 91 };
    const changes = [{ group_definition_id: sources[2], ...change }];
    await desk.refused('pm_batch_clone_groups', { ...values, changes });
    await desk.refused('pm_batch_clone_groups', { ...values, changes, preview: true });
    expect(await countRows(desk.pool)).toEqual(before);
  }
});

test('facilitators who have left are left out and named', async () => {
  const { desk, sources } = await deskWithCohort();
  const { facilitator } = desk.clinic.people;
  const made = async () => at((await batch(desk, [at(sources, 1)], 91, { include_facilitators: true })).groups, 0);
  expect(await made()).toMatchObject({ cloned_facilitators: 1, group: { facilitator_id: facilitator } });
  await desk.pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [facilitator]);
  const without = await made();
  expect(without).toMatchObject({ cloned_facilitators: 0, group: { facilitator_id: null } });
  expect(kinds(without)).toEqual(['facilitator_left', 'same_name']);
});

test.each<[string, (sources: string[]) => Record<string, unknown>, string]>([
  ['no groups', () => ({ group_definition_ids: [] }), 'INVALID_INPUT'],
  ['null for groups', () => ({ group_definition_ids: null }), 'INVALID_INPUT'],
  [
    '51 groups',
    () => ({ group_definition_ids: Array.from({ length: 51 }, () => crypto.randomUUID()) }),
    'INVALID_INPUT',
  ],
  ['a group twice', (ids) => ({ group_definition_ids: [ids[0], ids[0]] }), 'INVALID_INPUT'],
  ['a null among them', (ids) => ({ group_definition_ids: [ids[0], null] }), 'INVALID_INPUT'],
  ['an unknown group', (ids) => ({ group_definition_ids: [...ids, crypto.randomUUID()] }), 'GROUP_NOT_FOUND'],
  ['no offset', () => ({ date_offset_days: null }), 'INVALID_INPUT'],
  ['3,661 days', () => ({ date_offset_days: 3661 }), 'INVALID_INPUT'],
  ['3,661 days back', () => ({ date_offset_days: -3661 }), 'INVALID_INPUT'],
  ['changes that are no list', () => ({ changes: {} }), 'INVALID_INPUT'],
  ['null for changes', () => ({ changes: null }), 'INVALID_INPUT'],
  ['a list of words', () => ({ changes: ['x'] }), 'INVALID_INPUT'],
  ['a change of no group', () => ({ changes: [{ name: 'x' }] }), 'INVALID_INPUT'],
  ['a change of another group', () => ({ changes: [{ group_definition_id: crypto.randomUUID() }] }), 'INVALID_INPUT'],
  ['two changes of one group', ([id]) => ({ changes: Array(2).fill({ group_definition_id: id }) }), 'INVALID_INPUT'],
  ['an unknown key', ([id]) => ({ changes: [{ group_definition_id: id, group_code: 'MINE' }] }), 'INVALID_INPUT'],
  [
    'another organization',
    ([id]) => ({ changes: [{ group_definition_id: id, organization_id: id }] }),
    'INVALID_INPUT',
  ],
  [
    'a date that is none',
    ([id]) => ({ changes: [{ group_definition_id: id, start_date: '2031-02-30' }] }),
    'INVALID_INPUT',
  ],
  ['words for a date', ([id]) => ({ changes: [{ group_definition_id: id, start_date: 'soon' }] }), 'INVALID_INPUT'],
  ['words for seats', ([id]) => ({ changes: [{ group_definition_id: id, max_capacity: 'many' }] }), 'INVALID_INPUT'],
  ['an infinite date', ([id]) => ({ changes: [{ group_definition_id: id, start_date: 'infinity' }] }), 'INVALID_INPUT'],
  [
    'a period of its own',
    ([id]) => ({ changes: [{ group_definition_id: id, time_period: 'noon' }] }),
    'INVALID_TIME_PERIOD',
  ],
  [
    'an end before the start',
    ([id]) => ({ changes: [{ group_definition_id: id, end_date: '2000-01-01' }] }),
    'INVALID_DATE_RANGE',
  ],
])('%s: refused, and nothing is made', async (_what, values, code) => {
  const { desk, sources } = await deskWithCohort();
  const before = await countRows(desk.pool);
  const usual = { group_definition_ids: sources, date_offset_days: 91 };
  const refusal = await desk.refused('pm_batch_clone_groups', { ...usual, ...values(sources) });
  expect(refusal.code, refusal.message).toBe(code);
  expect(await countRows(desk.pool)).toEqual(before);
});

test('50 groups at once', async () => {
  const { desk } = await deskWithCohort();
  const sources: string[] = [];
  for (let count = 0; count < 50; count += 1) sources.push(await desk.group(3, { name: `Group ${count}` }));
  const { groups } = await batch(desk, sources, 7);
  expect(new Set(groups.map((made) => made.group.id)).size).toBe(50);
});

test('groups of others are not found, of two organizations of one’s own not mixed', async () => {
  const { desk, sources } = await deskWithCohort();
  const other = await openDesk(database);
  const foreign = await other.group(3);
  const refused = (ids: string[]) =>
    desk.refused('pm_batch_clone_groups', { group_definition_ids: ids, date_offset_days: 7 });
  const [told, unknown] = [
    await refused([at(sources, 0), foreign]),
    await refused([at(sources, 0), crypto.randomUUID()]),
  ];
  expect([told.code, told.detail]).toEqual([unknown.code, unknown.detail]);
  expect(told.code).toBe('GROUP_NOT_FOUND');
  await other.pool.query('insert into public.pf_memberships (organization_id, user_id, role_id) values ($1, $2, $3)', [
    ...[other.clinic.id, desk.clinic.people.org_admin, other.clinic.roles.org_admin],
  ]);
  expect((await refused([at(sources, 0), foreign])).code).toBe('INVALID_INPUT');
});

test.each([
  ['pm.group_definitions.create', {}],
  ['pm.group_enrollments.create', { include_patients: true }],
  ['pm.group_enrollments.create', { include_patients: null }],
  ['pm.group_schedule.create', { include_sessions: true }],
])('it takes %s: %o', async (missing, asked) => {
  const { desk, sources } = await deskWithCohort();
  const keys = ['pm.group_definitions.create', 'pm.group_enrollments.create', 'pm.group_schedule.create'];
  const role = await addRole(
    desk.pool,
    desk.clinic.id,
    'maker',
    keys.filter((key) => key !== missing),
  );
  const by = await addMember(desk.pool, desk.clinic.id, role);
  const values = { group_definition_ids: sources, date_offset_days: 7, include_patients: false };
  for (const preview of [true, false]) {
    const refusal = await desk.refused('pm_batch_clone_groups', { ...values, preview, ...asked }, by);
    expect(refusal.code).toBe('PERMISSION_DENIED');
  }
  if (missing === 'pm.group_definitions.create') return;
  expect(await desk.ask('pm_batch_clone_groups', values, by)).toMatchObject({ groups: { length: 3 } });
});
