import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRole, asUser, commitAsUser } from '../../support/database.ts';
import { addMember, addRole, createOrganization } from '../../support/organization.ts';
import { readCalendar } from '../../support/read-calendar.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc } from '../../support/rpc.ts';
import { type FeedClinic, inDays, openFeedClinic } from './feed-clinic.ts';

let world: FeedClinic;
const day = inDays(30);
const sessions = { mine: '', others: '', withMe: '' };

beforeAll(async () => {
  world = await openFeedClinic();
  const { facilitator, staff } = world.clinic.people;
  const add = (start_time: string, columns: Record<string, unknown>) =>
    createSession(world.database.pool, world.clinic.id, world.group, {
      ...{ session_date: day, start_time, end_time: `${start_time.slice(0, 2)}:50`, ...columns },
    });
  sessions.mine = await add('09:00', { facilitator_id: facilitator });
  sessions.others = await add('10:00', { facilitator_id: staff });
  sessions.withMe = await add('11:00', { facilitator_id: staff, co_facilitator_id: facilitator });
});
afterAll(() => world.database.close());

const uids = async (token: string) => readCalendar(await world.read(token)).events.map((event) => event.uid);
const uid = (id: string) => `${id}@quorum`;
const revoke = (feed_id: string | null, userId: string) =>
  commitAsUser(world.database.pool, userId, (client) => rpc(client, 'pm_revoke_calendar_feed', { feed_id }));
const newMember = async (permissions: string[]) => {
  const key = `reader_${permissions.length}_${Math.random().toString(36).slice(2)}`;
  const role = await addRole(world.database.pool, world.clinic.id, key, permissions);
  return { role, person: await addMember(world.database.pool, world.clinic.id, role) };
};

test('mine holds what the owner leads, alone or with somebody; all holds all', async () => {
  const { facilitator } = world.clinic.people;
  expect(await uids((await world.link(facilitator, 'mine')).token)).toEqual([uid(sessions.mine), uid(sessions.withMe)]);
  expect(await uids((await world.link(facilitator, 'all')).token)).toEqual([
    uid(sessions.mine),
    uid(sessions.others),
    uid(sessions.withMe),
  ]);
});

test('a token is long, each is new, and renewing ends the one before', async () => {
  const first = await world.link();
  expect(first.token).toMatch(/^[\w-]{40,}$/);
  const second = await world.link();
  expect(second.id).toBe(first.id);
  expect(second.token).not.toBe(first.token);
  expect(await codeOf(world.read(first.token))).toBe('CALENDAR_FEED_NOT_FOUND');
  expect(await uids(second.token)).toHaveLength(3);
});

test('revoking ends it at once; a second time there is nothing to end', async () => {
  const feed = await world.link();
  const other = await world.link(world.clinic.people.facilitator, 'mine');
  await revoke(feed.id, world.clinic.people.facilitator);
  expect(await refusalOf(world.read(feed.token))).toMatchObject({ code: 'CALENDAR_FEED_NOT_FOUND', sqlstate: 'PT404' });
  expect(await uids(other.token)).toHaveLength(2);
  expect(await codeOf(revoke(feed.id, world.clinic.people.facilitator))).toBe('CALENDAR_FEED_NOT_FOUND');
});

test('nobody revokes somebody else’s, an admin neither', async () => {
  const feed = await world.link();
  for (const userId of [world.clinic.people.org_admin, world.clinic.people.staff]) {
    expect(await codeOf(revoke(feed.id, userId))).toBe('CALENDAR_FEED_NOT_FOUND');
  }
  expect(await codeOf(revoke(null, world.clinic.people.facilitator))).toBe('CALENDAR_FEED_NOT_FOUND');
  expect(await uids(feed.token)).toHaveLength(3);
});

test.each<[string, string | null]>([
  ['nothing', ''],
  ['null', null],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['a guess', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ['SQL', "' or true --"],
])('a token that is %s finds no calendar', async (_what, token) => {
  await world.link();
  expect(await codeOf(world.read(token))).toBe('CALENDAR_FEED_NOT_FOUND');
});

test('the hash in the table is not the token, and nobody can read it', async () => {
  const feed = await world.link();
  const hashes = await world.database.pool.query<{ token_hash: Buffer }>(
    'select token_hash from public.pm_calendar_feeds',
  );
  for (const { token_hash } of hashes.rows) {
    expect(token_hash).toHaveLength(32);
    expect(await codeOf(world.read(token_hash.toString('hex')))).toBe('CALENDAR_FEED_NOT_FOUND');
    expect(token_hash.toString('utf8')).not.toContain(feed.token);
  }
  const { org_admin, facilitator } = world.clinic.people;
  for (const userId of [org_admin, facilitator]) {
    for (const columns of ['token_hash', '*']) {
      const list = (client: { query(sql: string): Promise<unknown> }) =>
        client.query(`select ${columns} from public.pm_calendar_feeds`);
      expect(await codeOf(asUser(world.database.pool, userId, list))).toBe('42501');
    }
  }
});

test('anybody without a sign-in can neither read the table nor make, end or list links nor read a file', async () => {
  const feed = await world.link();
  for (const sql of [
    'select id from public.pm_calendar_feeds',
    `select public.pm_create_calendar_feed('${world.clinic.id}')`,
    `select public.pm_revoke_calendar_feed('${feed.id}')`,
    `select public.pm_calendar_file('${world.clinic.id}')`,
    `select private.calendar_text('${world.clinic.id}', true)`,
    'select id from public.pm_group_schedule',
  ]) {
    expect(await codeOf(asRole(world.database.pool, 'anon', {}, (client) => client.query(sql))), sql).toBe('42501');
  }
});

test('a suspended owner has no calendar, and has it again when back', async () => {
  const { person } = await newMember(['pm.group_schedule.view']);
  const { token } = await world.link(person);
  const setStatus = (status: string) =>
    world.database.pool.query('update public.pf_memberships set status = $2 where user_id = $1', [person, status]);
  await setStatus('suspended');
  expect(await codeOf(world.read(token))).toBe('CALENDAR_FEED_NOT_FOUND');
  await setStatus('active');
  expect(await uids(token)).toHaveLength(3);
});

test('an owner who is removed has none, also after coming back', async () => {
  const { person, role } = await newMember(['pm.group_schedule.view']);
  const { token } = await world.link(person);
  await world.database.pool.query('delete from public.pf_memberships where user_id = $1', [person]);
  expect(await codeOf(world.read(token))).toBe('CALENDAR_FEED_NOT_FOUND');
  await world.database.pool.query(
    "insert into public.pf_memberships (organization_id, user_id, role_id, status) values ($1, $2, $3, 'active')",
    [world.clinic.id, person, role],
  );
  expect(await codeOf(world.read(token))).toBe('CALENDAR_FEED_NOT_FOUND');
});

test('a role that loses the permission to see the schedule loses the calendar', async () => {
  const { person, role } = await newMember(['pm.group_schedule.view', 'pm.group_definitions.view']);
  const { token } = await world.link(person);
  expect(await uids(token)).toHaveLength(3);
  await world.database.pool.query(
    "delete from public.pf_role_permissions where role_id = $1 and permission_key = 'pm.group_schedule.view'",
    [role],
  );
  expect(await codeOf(world.read(token))).toBe('CALENDAR_FEED_NOT_FOUND');
  expect(await codeOf(world.link(person))).toBe('PERMISSION_DENIED');
});

test('who may not see groups reads times and rooms, not the groups’ names', async () => {
  const { person, role } = await newMember(['pm.group_schedule.view']);
  const { token } = await world.link(person);
  const text = await world.read(token);
  expect(text).not.toContain('Morning Group');
  expect(readCalendar(text).events.map((event) => [event.summary, event.categories])).toEqual(
    Array(3).fill(['Group session', null]),
  );
  expect(await world.file({}, person)).not.toContain('Morning Group');
  await world.database.pool.query(
    "insert into public.pf_role_permissions (organization_id, role_id, permission_key) values ($1, $2, 'pm.group_definitions.view')",
    [world.clinic.id, role],
  );
  expect(readCalendar(await world.read(token)).events[0]).toMatchObject({
    summary: 'Morning Group',
    categories: 'THERAPY',
  });
});

test('who is in two organizations gets one organization’s sessions by each link', async () => {
  const { pool } = world.database;
  const { facilitator } = world.clinic.people;
  const other = await createOrganization(pool, 'America/Phoenix');
  await pool.query(
    "insert into public.pf_memberships (organization_id, user_id, role_id, status) values ($1, $2, $3, 'active')",
    [other.id, facilitator, other.roles.facilitator],
  );
  const elsewhere = await createSession(pool, other.id, await createGroup(pool, other.id), {
    ...{ session_date: day, facilitator_id: facilitator },
  });
  for (const [scope, here] of [
    ['mine', 2],
    ['all', 3],
  ] as const) {
    const [first, second] = [await world.link(facilitator, scope), await world.link(facilitator, scope, other.id)];
    expect(await uids(first.token)).toHaveLength(here);
    expect(await uids(second.token)).toEqual([uid(elsewhere)]);
  }
});

test('a scope that is none, another organization, and the secret key are refused', async () => {
  expect((await refusalOf(world.link(undefined, 'everything'))).constraint).toBe('pm_calendar_feeds_scope_check');
  const stranger = await createOrganization(world.database.pool);
  expect(await codeOf(world.link(stranger.people.org_admin))).toBe('PERMISSION_DENIED');
  const asServer = asRole(world.database.pool, 'service_role', {}, (client) =>
    rpc(client, 'pm_create_calendar_feed', { organization_id: world.clinic.id }),
  );
  expect(await codeOf(asServer)).toBe('PERMISSION_DENIED');
});
