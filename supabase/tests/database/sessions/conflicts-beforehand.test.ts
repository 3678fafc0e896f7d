import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { rpcRows } from '../../support/rpc.ts';

interface Conflict {
  kind: string;
  resource: string;
  resource_id: string;
  session_id: string;
  group_name: string;
}

let database: TestDatabase;
let clinic: Organization;
let group: string;
let busy: string;
const day = '2031-05-05';

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  const { facilitator, staff } = clinic.people;
  group = await createGroup(database.pool, clinic.id, { co_facilitator_id: staff });
  const other = await createGroup(database.pool, clinic.id, { name: 'Other Group' });
  busy = await createSession(database.pool, clinic.id, other, {
    ...{ session_date: day, facilitator_id: staff, co_facilitator_id: facilitator, location: ' Room 5' },
  });
});
afterAll(() => database.close());

const conflicts = (values: Record<string, unknown>) =>
  asUser(database.pool, clinic.people.staff, (client) =>
    rpcRows<Conflict>(client, 'pm_schedule_conflicts', {
      ...{ group_definition_id: group, session_dates: [day], start_time: '09:30', end_time: '10:30' },
      ...values,
    }),
  );
const told = async (values: Record<string, unknown>) =>
  (await conflicts(values)).map((row) => [row.kind, row.resource, row.resource_id]);

test('the co-facilitator is looked up as the facilitator is, whichever role the other session has for the person', async () => {
  const { facilitator, staff, front_desk } = clinic.people;
  expect(await told({ facilitator_id: front_desk, co_facilitator_id: facilitator })).toEqual([
    ['person', 'The facilitator', facilitator],
  ]);
  expect(await told({ facilitator_id: facilitator, co_facilitator_id: front_desk })).toEqual([
    ['person', 'The facilitator', facilitator],
  ]);
  expect(
    new Set((await told({ facilitator_id: facilitator, co_facilitator_id: staff })).map(([, name]) => name)),
  ).toEqual(new Set(['The facilitator', 'The staff']));
});

test('left out, the co-facilitator is the group’s', async () => {
  const { staff, front_desk } = clinic.people;
  for (const values of [{}, { co_facilitator_id: null }]) {
    expect(await told({ facilitator_id: front_desk, ...values })).toEqual([['person', 'The staff', staff]]);
  }
});

test('one person in both roles is one conflict', async () => {
  const { facilitator } = clinic.people;
  expect(await told({ facilitator_id: facilitator, co_facilitator_id: facilitator })).toEqual([
    ['person', 'The facilitator', facilitator],
  ]);
});

test('a room’s resource_id is the room as rooms are compared, its resource as it was written', async () => {
  const { front_desk, org_admin } = clinic.people;
  const people = { facilitator_id: front_desk, co_facilitator_id: org_admin };
  expect(await told({ ...people, location: ' ROOM 5 ' })).toEqual([
    ['location', expect.stringMatching(/ROOM 5/), 'room 5'],
  ]);
  expect(await told({ ...people, location: 'Room 50' })).toEqual([]);
  expect(await conflicts({ ...people, location: 'room 5' })).toMatchObject([
    { session_id: busy, group_name: 'Other Group' },
  ]);
  expect(await told({ ...people, location: 'room 5', except_session_id: busy })).toEqual([]);
  expect(await told({ ...people, location: 'room 5', start_time: '10:00' })).toEqual([]);
});
