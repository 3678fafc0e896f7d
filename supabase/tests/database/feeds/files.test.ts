import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRole, asUser } from '../../support/database.ts';
import { addMember, addRole, createOrganization } from '../../support/organization.ts';
import { malformedLines, readCalendar } from '../../support/read-calendar.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { value } from '../../support/rpc.ts';
import { type FeedClinic, openFeedClinic } from './feed-clinic.ts';

let world: FeedClinic;
const made: Record<string, string> = {};
let other: string;

beforeAll(async () => {
  world = await openFeedClinic();
  const { pool } = world.database;
  const { facilitator, staff } = world.clinic.people;
  other = await createGroup(pool, world.clinic.id, { name: 'Other Group' });
  const today = await value<string>(pool, 'current_date::text');
  const add = async (name: string, group: string, days: number, facilitator_id: string) => {
    const session_date = await value<string>(pool, '($1::date + $2::integer)::text', [today, days]);
    made[name] = await createSession(pool, world.clinic.id, group, { session_date, facilitator_id });
  };
  await add('ancient', world.group, -92, facilitator);
  await add('past', world.group, -88, facilitator);
  await add('ours', world.group, 10, facilitator);
  await add('theirs', other, 11, staff);
  await add('nextYear', world.group, 363, facilitator);
  await add('far', world.group, 369, facilitator);
});
afterAll(() => world.database.close());

const names = (text: string) => {
  expect(malformedLines(text)).toEqual([]);
  return readCalendar(text).events.map(
    (event) => Object.entries(made).find(([, id]) => event.uid === `${id}@quorum`)?.[0],
  );
};

test('all, mine, a group’s: from 90 days back to a year ahead; one session: whenever it is', async () => {
  expect(names(await world.file())).toEqual(['past', 'ours', 'theirs', 'nextYear']);
  expect(names(await world.file({ mine: true }))).toEqual(['past', 'ours', 'nextYear']);
  expect(names(await world.file({ group_definition_id: other }))).toEqual(['theirs']);
  expect(names(await world.file({ group_definition_id: other, mine: true }))).toEqual([]);
  expect(names(await world.file({ session_id: made.ancient }))).toEqual(['ancient']);
  expect(names(await world.file({ session_id: made.far }))).toEqual(['far']);
  expect(names(await world.read((await world.link()).token))).toEqual(['past', 'ours', 'theirs', 'nextYear']);
});

test('needs the permission to see the schedule, and finds nothing of others', async () => {
  const { pool } = world.database;
  const stranger = await createOrganization(pool);
  const foreignGroup = await createGroup(pool, stranger.id);
  const foreign = await createSession(pool, stranger.id, foreignGroup);
  expect(await codeOf(world.file({ session_id: foreign }))).toBe('SESSION_NOT_FOUND');
  expect(await codeOf(world.file({ group_definition_id: foreignGroup }))).toBe('GROUP_NOT_FOUND');
  expect(await codeOf(world.file({ organization_id: stranger.id }))).toBe('PERMISSION_DENIED');
  expect(await codeOf(world.file({}, stranger.people.org_admin))).toBe('PERMISSION_DENIED');
  const powerless = await addMember(pool, world.clinic.id, await addRole(pool, world.clinic.id, 'powerless', []));
  expect(await codeOf(world.file({}, powerless))).toBe('PERMISSION_DENIED');
  expect(await codeOf(world.file({ organization_id: null }))).toBe('PERMISSION_DENIED');
});

test('the engine’s own text, which checks no permission, is nobody’s to call', async () => {
  const call = `select private.calendar_text('${world.clinic.id}', true)`;
  const { pool } = world.database;
  expect(await codeOf(asUser(pool, world.clinic.people.org_admin, (client) => client.query(call)))).toBe('42501');
  expect(await codeOf(asRole(pool, 'service_role', {}, (client) => client.query(call)))).toBe('42501');
});
