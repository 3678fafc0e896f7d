import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, addRole, createOrganization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { at, datesFrom, openSeriesClinic, overlappingClaims, type SeriesClinic } from './series-clinic.ts';

let world: SeriesClinic;
let year = 2030;

beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

/** Three weekly dates in a year of their own; the second is taken: Room 1 and the facilitator, from 9 to 10. */
async function takenInTheMiddle(): Promise<[string, string, string]> {
  year += 1;
  const dates = datesFrom(`${year}-02-01`, 3);
  await createSession(world.database.pool, world.clinic.id, world.group, {
    ...{ session_date: dates[1], location: 'Room 1', facilitator_id: world.clinic.people.facilitator },
  });
  return [at(dates, 0), at(dates, 1), at(dates, 2)];
}
const wanted = () => ({ location: 'Room 1', facilitator_id: world.clinic.people.facilitator });

test('unmended, the taken date is in the way in both respects', async () => {
  const dates = await takenInTheMiddle();
  const preview = await world.preview(dates, wanted());
  expect(preview.map((row) => row.conflicts.map((conflict) => conflict.kind))).toEqual([
    [],
    ['person', 'location'],
    [],
  ]);
});

test.each<[string, (date: string) => Record<string, unknown>, Record<string, unknown>]>([
  [
    'moved to another day',
    (date) => ({ moved_to: datesFrom(date, 2, 1)[1] }),
    { start_time: '09:00:00', location: 'Room 1' },
  ],
  [
    'another time',
    () => ({ start_time: '10:00', end_time: '11:00' }),
    { start_time: '10:00:00', end_time: '11:00:00' },
  ],
  [
    'a substitute in another room',
    () => ({ facilitator_id: world.clinic.people.staff, location: ' Room 2 ' }),
    { location: 'Room 2', start_time: '09:00:00' },
  ],
  ['scheduled anyway', () => ({ conflict_override: true }), { conflict_override: true, location: 'Room 1' }],
])('a date is mended: %s', async (_how, mending, outcome) => {
  const dates = await takenInTheMiddle();
  const values = { ...wanted(), changes: [{ session_date: dates[1], ...mending(dates[1]) }] };
  const preview = await world.preview(dates, values);
  expect(preview.map((row) => [row.planned_on, row.conflicts])).toEqual(dates.map((date) => [date, []]));
  const saved = await world.schedule(dates, values);
  expect(saved.created).toHaveLength(3);
  expect(saved.created[1]).toMatchObject(outcome);
  expect(saved.created.map((session) => [session.session_date, session.start_time])).toEqual(
    preview.map((row) => [row.session_date, row.planned_start_time]),
  );
  expect(saved.created[0]).toMatchObject({ conflict_override: false, location: 'Room 1', start_time: '09:00:00' });
  expect(await overlappingClaims(world.database.pool)).toBe(0);
});

test('only a substitute, in the same room, is not enough; nor only another room', async () => {
  const dates = await takenInTheMiddle();
  const kinds = async (mending: Record<string, unknown>) =>
    (await world.preview(dates, { ...wanted(), changes: [{ session_date: dates[1], ...mending }] })).map((row) =>
      row.conflicts.map((conflict) => conflict.kind),
    );
  expect(await kinds({ facilitator_id: world.clinic.people.staff })).toEqual([[], ['location'], []]);
  expect(await kinds({ location: 'Room 2' })).toEqual([[], ['person'], []]);
});

test('scheduling anyway takes the permission to edit, and nothing is saved without it', async () => {
  const { pool } = world.database;
  const dates = await takenInTheMiddle();
  const role = await addRole(pool, world.clinic.id, 'series_creator', [
    'pm.group_schedule.view',
    'pm.group_schedule.create',
  ]);
  const person = await addMember(pool, world.clinic.id, role);
  const before = await world.counts();
  for (const skip_conflicts of [false, true]) {
    const values = { ...wanted(), skip_conflicts, changes: [{ session_date: dates[1], conflict_override: true }] };
    expect(await codeOf(world.schedule(dates, values, person))).toBe('PERMISSION_DENIED');
  }
  expect(await world.counts()).toEqual(before);
});

test('a session scheduled anyway holds nothing: who comes later is free to take the slot', async () => {
  const dates = await takenInTheMiddle();
  const mended = [{ session_date: dates[0], conflict_override: true }];
  await world.schedule([dates[0]], { ...wanted(), changes: mended });
  expect((await world.schedule([dates[0]], wanted())).created).toHaveLength(1);
});

test('two dates of a series that meet each other are told before, and refused', async () => {
  year += 1;
  const dates = datesFrom(`${year}-02-01`, 3);
  const values = {
    location: 'Room 1',
    changes: [{ session_date: dates[0], moved_to: dates[1], start_time: '09:30', end_time: '10:30' }],
  };
  const preview = await world.preview(dates, values);
  expect(preview.map((row) => row.conflicts.map((conflict) => conflict.kind))).toEqual([[], ['series'], []]);
  const before = await world.counts();
  expect(await refusalOf(world.schedule(dates, values))).toMatchObject({
    ...{ code: 'SCHEDULE_CONFLICT', detail: expect.stringMatching(/^1 of 3 dates cannot be kept\./) },
  });
  expect(await world.counts()).toEqual(before);
  const adjoining = [{ session_date: dates[0], moved_to: dates[1], start_time: '10:00', end_time: '11:00' }];
  expect((await world.schedule(dates, { location: 'Room 1', changes: adjoining })).created).toHaveLength(3);
});

test('a substitute who is the series’ co-facilitator: what the preview says of the group’s own is what happens', async () => {
  year += 1;
  const dates = datesFrom(`${year}-02-01`, 2);
  const { facilitator, staff, front_desk } = world.clinic.people;
  const { pool } = world.database;
  const led = { facilitator_id: facilitator, co_facilitator_id: front_desk };
  const group = await createGroup(pool, world.clinic.id, led);
  await createSession(pool, world.clinic.id, world.group, { session_date: dates[0], facilitator_id: front_desk });
  const changes = [{ session_date: dates[0], facilitator_id: staff }];
  const values = { group_definition_id: group, co_facilitator_id: staff, changes };
  const free = (await world.preview(dates, values)).filter((row) => row.conflicts.length === 0);
  const { created } = await world.schedule(dates, { ...values, skip_conflicts: true });
  expect(created.map((session) => session.session_date)).toEqual(free.map((row) => row.session_date));
});

const malformed: [string, (date: string) => unknown][] = [
  ['no list', () => ({})],
  ['a list of texts', (date) => [date]],
  ['null', () => null],
  ['a list in a list', (date) => [[{ session_date: date }]]],
  ['an unknown key', (date) => [{ session_date: date, status: 'completed' }]],
  ['no session_date', () => [{ location: 'Room 2' }]],
  ['a session_date that is null', () => [{ session_date: null }]],
  ['a date that is not planned', () => [{ session_date: '2029-01-01' }]],
  ['the same date twice', (date) => [{ session_date: date }, { session_date: date, location: 'x' }]],
  ['a day that does not exist', (date) => [{ session_date: date, moved_to: '2031-02-30' }]],
  ['a time of 25 hours', (date) => [{ session_date: date, start_time: '25:00' }]],
  ['words for an id', (date) => [{ session_date: date, facilitator_id: 'somebody' }]],
  ['words for yes', (date) => [{ session_date: date, conflict_override: 'perhaps' }]],
  ['an object for a day', (date) => [{ session_date: date, moved_to: { day: 1 } }]],
];
test.each(malformed)('changes that are malformed are refused in words: %s', async (_what, changes) => {
  const date = '2029-03-01';
  for (const call of [world.schedule, world.preview]) {
    expect(await codeOf(call([date], { changes: changes(date) }))).toBe('INVALID_INPUT');
  }
});

test('a mending that ends before it starts, or puts one person in both roles, is refused before anything is saved', async () => {
  year += 1;
  const dates = datesFrom(`${year}-02-01`, 2);
  const { facilitator } = world.clinic.people;
  const before = await world.counts();
  for (const [mending, code] of [
    [{ start_time: '10:30' }, 'INVALID_DATE_RANGE'],
    [{ facilitator_id: facilitator, co_facilitator_id: facilitator }, 'INVALID_INPUT'],
    [{ moved_to: '2200-01-01' }, 'INVALID_INPUT'],
  ] as const) {
    const changes = [{ session_date: dates[0], ...mending }];
    for (const skip_conflicts of [false, true]) {
      expect(await codeOf(world.schedule(dates, { changes, skip_conflicts }))).toBe(code);
    }
    expect(await codeOf(world.preview(dates, { changes }))).toBe(code);
  }
  expect(await world.counts()).toEqual(before);
});

test('a mending names nobody of another organization', async () => {
  const stranger = await createOrganization(world.database.pool);
  const changes = [{ session_date: '2029-03-01', facilitator_id: stranger.people.staff }];
  expect(await codeOf(world.schedule(['2029-03-01'], { changes }))).toBe('INVALID_INPUT');
  expect(await codeOf(world.preview(['2029-03-01'], { changes }))).toBe('INVALID_INPUT');
});
