import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { asPatient, openRoom, type Session, sessionIn, startNow } from '../participation/room.ts';

interface MyGroup {
  organization_id: string;
  organization_slug: string;
  group_definition_id: string;
  name: string;
  is_leader: boolean;
  may_create_session: boolean;
  active_session_id: string | null;
  next_session_id: string | null;
  next_starts_at: string | null;
}
interface Made {
  session: Session & { notes: string | null };
  join_path: string;
}

let database: TestDatabase;
let desk: Desk;
let facilitator: string;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
  ({ facilitator } = desk.clinic.people);
});
afterAll(() => database.close());

const group = (columns: Record<string, unknown> = {}, where = desk) =>
  createGroup(where.pool, where.clinic.id, columns);
const create = (values: Record<string, unknown>, by = facilitator) =>
  desk.ask<Made>('pm_create_group_session', values, by);
const refused = async (values: Record<string, unknown>, by = facilitator) =>
  (await desk.refused('pm_create_group_session', values, by)).code;

test('one’s groups: active ones of all one’s organizations, those that one leads first, with what runs and comes', async () => {
  const home = await openRoom(database);
  const me = home.clinic.people.facilitator;
  const away = await openRoom(database);
  const lookers = await addRole(away.pool, away.clinic.id, 'looker', ['pm.group_definitions.view']);
  await away.pool.query(
    "insert into public.pf_memberships (organization_id, user_id, role_id, status) values ($1, $2, $3, 'active')",
    [away.clinic.id, me, lookers],
  );
  const led = await group({ name: 'Zulu', co_facilitator_id: me, session_creation_permission: 'owner' }, home);
  const admins = await group({ name: 'Alpha', session_creation_permission: 'admin' }, home);
  const owners = await group({ name: 'Bravo', session_creation_permission: 'owner' }, home);
  const all = await group({ name: 'Charlie' }, home);
  await group({ status: 'inactive' }, home);
  await group({ deleted_at: '2026-01-01' }, home);
  const there = await group({ name: 'There' }, away);
  await startNow(away, there);
  const running = await startNow(home, led);
  const next = await sessionIn(home, all, 600);
  await sessionIn(home, all, -600);
  // Should have been started ten minutes ago.
  const late = await sessionIn(home, admins, -10);
  await sessionIn(home, admins, 600);
  const rows = await home.list<MyGroup>('pm_my_groups', {}, me);
  expect(at(rows, 0)).toMatchObject({
    group_definition_id: led,
    is_leader: true,
    may_create_session: true,
    active_session_id: running.id,
    next_session_id: null,
  });
  const facts = new Map(rows.map((row) => [row.group_definition_id, row]));
  expect(facts.size).toBe(5);
  expect(facts.get(admins)).toMatchObject({ is_leader: false, may_create_session: false, next_session_id: late });
  expect(facts.get(owners)).toMatchObject({ may_create_session: false });
  expect(facts.get(all)).toMatchObject({
    may_create_session: true,
    active_session_id: null,
    next_session_id: next,
    next_starts_at: expect.any(String),
  });
  // Seen there, but without pm.group_schedule.view.
  expect(facts.get(there)).toMatchObject({
    organization_id: away.clinic.id,
    may_create_session: false,
    active_session_id: null,
  });
  await away.pool.query(
    "update public.pf_memberships set status = 'suspended' where user_id = $1 and organization_id = $2",
    [me, away.clinic.id],
  );
  expect((await home.list('pm_my_groups', {}, me)).length).toBe(4);
  const nobody = await addMember(home.pool, home.clinic.id, await addRole(home.pool, home.clinic.id, 'nobody', []));
  expect(await home.list('pm_my_groups', {}, nobody)).toEqual([]);
});

test('an instant session with questions of its own, open to patients at the path that is returned', async () => {
  const id = await group({ name: 'Open' });
  const questions_data = { title: 'Today', questions: [{ id: 'mood', type: 'text', text: 'How are you?' }] };
  const { session, join_path } = await create({ group_definition_id: id, questions_data, notes: 'By extension' });
  expect(session).toMatchObject({ status: 'active', session_type: 'instant', notes: 'By extension', questions_data });
  expect(join_path).toBe(`/questions/${session.share_token}?groupId=${id}&sessionId=${session.id}`);
  const info = await asPatient(desk.pool, 'pm_join_info', { token: session.share_token });
  expect(info).toMatchObject({
    state: 'open',
    title: 'Today',
    questions: questions_data.questions,
    group_definition_id: id,
    session_id: session.id,
  });
  expect(await refused({ group_definition_id: id })).toBe('SESSION_ALREADY_ACTIVE');
});

test('a scheduled session: to the group’s duration, else an hour, or to the end that is given', async () => {
  const values = { session_type: 'scheduled', session_date: '2031-05-05', start_time: '09:00' };
  const of = async (columns: object, more: object = {}) =>
    (await create({ group_definition_id: await group({ ...columns }), ...values, ...more })).session;
  expect(await of({ duration_minutes: 45 })).toMatchObject({
    status: 'scheduled',
    end_time: '09:45:00',
    session_date: '2031-05-05',
  });
  expect(await of({})).toMatchObject({ end_time: '10:00:00' });
  expect(await of({}, { end_time: '11:30' })).toMatchObject({ end_time: '11:30:00' });
});

test.each<[string, Record<string, unknown>, string]>([
  ['a scheduled one without a date', { session_type: 'scheduled', start_time: '09:00' }, 'INVALID_INPUT'],
  ['a scheduled one without a time', { session_type: 'scheduled', session_date: '2031-05-05' }, 'INVALID_INPUT'],
  ['an instant one with a date', { session_date: '2031-05-05' }, 'INVALID_INPUT'],
  ['an instant one with a time', { start_time: '09:00' }, 'INVALID_INPUT'],
  ['a recurring one', { session_type: 'recurring' }, 'INVALID_INPUT'],
  [
    'an end before the start',
    { session_type: 'scheduled', session_date: '2031-05-05', start_time: '09:00', end_time: '08:00' },
    'INVALID_DATE_RANGE',
  ],
  ['questions that cannot be asked', { questions_data: { questions: [{}] } }, 'INVALID_QUESTIONS'],
  ['a set that nobody has', { question_set_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11' }, 'QUESTION_SET_NOT_FOUND'],
  [
    'a set and questions',
    { question_set_id: '6c1f2f4e-7a55-4dd0-9b6f-6f3f0f7b0d11', questions_data: {} },
    'INVALID_INPUT',
  ],
])('%s is refused', async (_what, values, code) => {
  expect(await refused({ group_definition_id: await group(), ...values })).toBe(code);
});

test('who may not create sessions, or is of another organization, gets none', async () => {
  const id = await group();
  expect(await refused({ group_definition_id: id }, desk.clinic.people.front_desk)).toBe('PERMISSION_DENIED');
  const away = await openRoom(database);
  expect(await refused({ group_definition_id: id }, away.clinic.people.org_admin)).toBe('GROUP_NOT_FOUND');
});

test('the sets that were asked last come first, those never asked after them, deleted and replaced ones not at all', async () => {
  const home = await openRoom(database);
  const { rows } = await home.pool.query<{ id: string; title: string }>(
    'select id, title from public.pm_question_sets where organization_id = $1 order by title',
    [home.clinic.id],
  );
  const [gad, phq] = [at(rows, 0), at(rows, 1)];
  const recent = (most?: number) =>
    home.list<{ question_set_id: string; times_used: number; last_used_at: string | null }>('pm_recent_question_sets', {
      organization_id: home.clinic.id,
      ...(most === undefined ? {} : { most }),
    });
  expect((await recent()).map((each) => [each.times_used, each.last_used_at])).toEqual([
    [0, null],
    [0, null],
  ]);
  for (const question_set_id of [gad.id, phq.id, gad.id]) {
    const made = { group_definition_id: await group({}, home), question_set_id };
    await home.ask('pm_create_group_session', made);
  }
  expect((await recent()).map((each) => [each.question_set_id, each.times_used])).toEqual([
    [gad.id, 2],
    [phq.id, 1],
  ]);
  expect((await recent(1)).length).toBe(1);
  expect((await recent(-5)).length).toBe(1);
  await home.ask('pm_delete_question_set', { question_set_id: gad.id });
  expect((await recent()).map((each) => each.question_set_id)).toEqual([phq.id]);
  expect(
    (await home.refused('pm_recent_question_sets', { organization_id: home.clinic.id }, home.clinic.people.staff)).code,
  ).toBe('PERMISSION_DENIED');
});
