import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { createGroup } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';
import {
  asPatient,
  joinAs,
  openRoom,
  readSession,
  type Session,
  seatedGroup,
  sessionIn,
  startNow,
} from '../participation/room.ts';

interface QuestionSet {
  id: string;
  title: string;
  version: number;
  previous_version_id: string | null;
  superseded_at: string | null;
  deleted_at: string | null;
}
interface Assigned {
  question_set_id: string;
  is_check_in: boolean;
}

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
});
afterAll(() => database.close());

const mood = { id: 'mood', type: 'scale', text: 'Mood', min: 0, max: 10, scored: true };
async function newSet(title = 'Check-in'): Promise<string> {
  const { rows } = await desk.pool.query<{ id: string }>(
    "insert into public.pm_question_sets (organization_id, title, scoring, questions) values ($1, $2, 'sum', $3) returning id",
    [desk.clinic.id, title, JSON.stringify([mood])],
  );
  return at(rows, 0).id;
}
const assign = (group_definition_id: string, question_set_id: string, is_check_in = false, by?: string) =>
  desk.ask<Assigned>('pm_assign_question_set', { group_definition_id, question_set_id, is_check_in }, by);
const save = (question_set_id: string, changes: object, by?: string) =>
  desk.ask<QuestionSet>('pm_save_question_set', { question_set_id, changes }, by);
const refused = async (name: string, values: Record<string, unknown>, by?: string) =>
  (await desk.refused(name, values, by)).code;
const assignments = async (group: string) => {
  const { rows } = await desk.pool.query<Assigned>(
    'select question_set_id, is_check_in from public.pm_group_question_sets where group_definition_id = $1 order by created_at',
    [group],
  );
  return rows;
};
/** A session of a new group in which a patient has answered the set. */
async function answer(question_set_id: string): Promise<Session> {
  const { group, patients } = await seatedGroup(desk, 1);
  const session = await startNow(desk, group);
  await desk.ask('pm_set_session_questions', { session_id: session.id, question_set_id });
  const { participant_token } = await joinAs(desk, session.share_token, at(patients, 0));
  await asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { mood: 4 } });
  return readSession(desk, session.id);
}
const update = (id: string, set: string, by = desk.clinic.people.org_admin) =>
  commitAsUser(
    desk.pool,
    by,
    async (client) => (await client.query(`update public.pm_question_sets set ${set} where id = $1`, [id])).rowCount,
  );

test('who says what they have read overwrites nobody', async () => {
  const id = await newSet();
  const readAt = () =>
    value<string>(database.pool, '(select updated_at::text from public.pm_question_sets where id = $1)', [id]);
  const first = await readAt();
  await save(id, { title: 'Theirs', updated_at: first });
  const changes = { title: 'Mine', updated_at: first };
  expect(await refused('pm_save_question_set', { question_set_id: id, changes })).toBe('QUESTION_SET_CHANGED');
  // As a browser keeps a time: without its microseconds.
  const second = new Date(await readAt()).toISOString();
  expect(await save(id, { title: 'Mine', updated_at: second })).toMatchObject({ title: 'Mine' });
  for (const updated_at of ['yesterday-ish', '2026-99-99', null])
    expect(await refused('pm_save_question_set', { question_set_id: id, changes: { updated_at } })).toBe(
      'INVALID_INPUT',
    );
});

test('without answers a set changes in place, by REST and by the function', async () => {
  const id = await newSet();
  expect(await save(id, { title: 'Better', questions: [{ ...mood, max: 5 }] })).toMatchObject({
    id,
    version: 1,
    title: 'Better',
  });
  expect(await update(id, "title = 'Best'")).toBe(1);
  expect(await refused('pm_save_question_set', { question_set_id: id, changes: { version: 7 } })).toBe('INVALID_INPUT');
  expect(await refused('pm_save_question_set', { question_set_id: id, changes: [] })).toBe('INVALID_INPUT');
  for (const column of ['title', 'scoring', 'questions', 'bands', 'materials']) {
    const changes = { [column]: null };
    expect(await refused('pm_save_question_set', { question_set_id: id, changes }), column).toBe('INVALID_INPUT');
  }
  expect(await refused('pm_save_question_set', { question_set_id: id, changes: { questions: [{}] } })).toBe(
    'INVALID_QUESTIONS',
  );
  expect(
    await refused('pm_save_question_set', { question_set_id: id, changes: {} }, desk.clinic.people.facilitator),
  ).toBe('PERMISSION_DENIED');
});

test('with answers REST refuses, the function makes the next version, and assignments move while sessions keep what they asked', async () => {
  const id = await newSet();
  const group = await createGroup(desk.pool, desk.clinic.id);
  await assign(group, id, true);
  const asked = await answer(id);
  for (const change of [
    "title = 'X'",
    "questions = '[]'",
    "scoring = 'none'",
    `bands = '[{"min": 0, "max": 1, "label": "x"}]'`,
  ]) {
    expect(await codeOf(update(id, change)), change).toBe('QUESTION_SET_IN_USE');
  }
  expect(await update(id, "description = 'About it', source = 'Ours'")).toBe(1);
  expect(await save(id, { materials: [{ title: 'Read', url: 'https://x.test/' }] })).toMatchObject({ id, version: 1 });
  const next = await save(id, { questions: [{ ...mood, max: 5 }] });
  expect(next).toMatchObject({ version: 2, previous_version_id: id, superseded_at: null, title: 'Check-in' });
  expect(await assignments(group)).toEqual([{ question_set_id: next.id, is_check_in: true }]);
  expect((await readSession(desk, asked.id)).questions_data).toEqual(asked.questions_data);
  expect(await refused('pm_save_question_set', { question_set_id: id, changes: { title: 'Old' } })).toBe(
    'QUESTION_SET_IN_USE',
  );
  expect(await refused('pm_assign_question_set', { group_definition_id: group, question_set_id: id })).toBe(
    'QUESTION_SET_IN_USE',
  );
  const usage = await desk.list<{ question_set_id: string; answers: number }>('pm_question_set_usage', {
    organization_id: desk.clinic.id,
  });
  expect(usage.filter((each) => [id, next.id].includes(each.question_set_id))).toMatchObject([
    { question_set_id: id, answers: 1 },
  ]);
});

test('two who save at once make one next version: the other is told that it is not the latest', async () => {
  const id = await newSet();
  await answer(id);
  const outcomes = await withConnections(database.url, 4, (clients) =>
    Promise.all(
      clients.map((client, place) =>
        attempt(client, desk.clinic.people.org_admin, (mine) =>
          rpc(mine, 'pm_save_question_set', {
            question_set_id: id,
            changes: JSON.stringify({ title: `Version of ${place}` }),
          }),
        ),
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(['QUESTION_SET_IN_USE', 'QUESTION_SET_IN_USE', 'QUESTION_SET_IN_USE', 'done']);
});

test('a group has one check-in, however many choose one at once', async () => {
  const group = await createGroup(desk.pool, desk.clinic.id);
  const sets = await Promise.all(Array.from({ length: 8 }, (_, place) => newSet(`Set ${place}`)));
  const outcomes = await withConnections(database.url, 8, (clients) =>
    Promise.all(
      clients.map((client, place) =>
        attempt(client, desk.clinic.people.org_admin, (mine) =>
          rpc(mine, 'pm_assign_question_set', {
            group_definition_id: group,
            question_set_id: sets[place],
            is_check_in: true,
          }),
        ),
      ),
    ),
  );
  expect(new Set(outcomes)).toEqual(new Set(['done']));
  const listed = await assignments(group);
  expect([listed.length, listed.filter((each) => each.is_check_in).length]).toEqual([8, 1]);
});

test('facilitators choose for the groups that they lead, others with pm.question_sets.edit, nobody across organizations', async () => {
  const { facilitator, front_desk } = desk.clinic.people;
  const id = await newSet();
  const led = await createGroup(desk.pool, desk.clinic.id, { co_facilitator_id: facilitator });
  const other = await createGroup(desk.pool, desk.clinic.id);
  expect(await assign(led, id, false, facilitator)).toMatchObject({ is_check_in: false });
  expect(await assign(led, id, true, facilitator)).toMatchObject({ is_check_in: true });
  const values = (group_definition_id: string, question_set_id = id) => ({ group_definition_id, question_set_id });
  expect(await refused('pm_assign_question_set', values(other), facilitator)).toBe('PERMISSION_DENIED');
  expect(await refused('pm_unassign_question_set', values(other), facilitator)).toBe('PERMISSION_DENIED');
  expect(await refused('pm_assign_question_set', values(led), front_desk)).toBe('PERMISSION_DENIED');
  const away = await openRoom(database);
  expect(await refused('pm_assign_question_set', values(led), away.clinic.people.org_admin)).toBe('GROUP_NOT_FOUND');
  const ours = await createGroup(desk.pool, away.clinic.id);
  expect((await away.refused('pm_assign_question_set', values(ours))).code).toBe('QUESTION_SET_NOT_FOUND');
  await desk.ask('pm_unassign_question_set', values(led), facilitator);
  expect(await refused('pm_unassign_question_set', values(led))).toBe('QUESTION_SET_NOT_FOUND');
});

test('a session that starts asks its group’s check-in, once it has begun it keeps it, and what was chosen before stays', async () => {
  const { group } = await seatedGroup(desk, 0);
  const [checkIn, chosen] = [await newSet('Daily'), await newSet('Chosen')];
  await assign(group, checkIn, true);
  const [plain, special] = [await sessionIn(desk, group, 5), await sessionIn(desk, group, 70)];
  await desk.ask('pm_set_session_questions', { session_id: special, question_set_id: chosen });
  expect((await readSession(desk, plain)).questions_data).toBeNull();
  for (const session_id of [plain, special]) await desk.ask('pm_start_session', { session_id });
  expect((await readSession(desk, plain)).questions_data).toMatchObject({
    question_set_id: checkIn,
    title: 'Daily',
    version: 1,
    questions: [mood],
  });
  expect((await readSession(desk, special)).questions_data).toMatchObject({ question_set_id: chosen });
  await save(checkIn, { title: 'Renamed' });
  expect((await readSession(desk, plain)).questions_data).toMatchObject({ title: 'Daily' });
  await desk.ask('pm_set_session_questions', { session_id: plain, question_set_id: null });
  expect((await readSession(desk, plain)).questions_data).toBeNull();
});

test('once somebody has answered, what a session asks stays', async () => {
  const session = await answer(await newSet());
  const other = await newSet('Other');
  for (const question_set_id of [other, null]) {
    expect(await refused('pm_set_session_questions', { session_id: session.id, question_set_id })).toBe(
      'SESSION_HAS_ANSWERS',
    );
  }
  const direct = commitAsUser(desk.pool, desk.clinic.people.facilitator, (client) =>
    client.query("update public.pm_group_schedule set questions_data = '{}' where id = $1", [session.id]),
  );
  expect(await codeOf(direct)).toBe('SESSION_HAS_ANSWERS');
});

test('questions of a session are checked when they are sent by REST', async () => {
  const { group } = await seatedGroup(desk, 0);
  const id = await sessionIn(desk, group, 600);
  const away = await openRoom(database);
  const { rows } = await desk.pool.query<{ id: string }>(
    'select id from public.pm_question_sets where organization_id = $1 limit 1',
    [away.clinic.id],
  );
  for (const data of [
    { note: 'x' },
    { questions: [{}] },
    { title: 'x'.repeat(201) },
    { question_set_id: at(rows, 0).id },
    { question_set_id: 'x' },
    [],
  ]) {
    const sent = commitAsUser(desk.pool, desk.clinic.people.facilitator, (client) =>
      client.query('update public.pm_group_schedule set questions_data = $2 where id = $1', [id, JSON.stringify(data)]),
    );
    expect(await codeOf(sent), JSON.stringify(data)).toMatch(/^(INVALID_QUESTIONS|23514)$/);
  }
});

test('a deleted set is hidden, asked no more, and comes back', async () => {
  const { group } = await seatedGroup(desk, 0);
  const id = await newSet('Gone');
  await assign(group, id, true);
  expect(await refused('pm_delete_question_set', { question_set_id: id }, desk.clinic.people.facilitator)).toBe(
    'PERMISSION_DENIED',
  );
  expect(await desk.ask<QuestionSet>('pm_delete_question_set', { question_set_id: id })).toMatchObject({
    deleted_at: expect.any(String),
  });
  expect(await refused('pm_delete_question_set', { question_set_id: id })).toBe('QUESTION_SET_NOT_FOUND');
  expect(await refused('pm_save_question_set', { question_set_id: id, changes: {} })).toBe('QUESTION_SET_NOT_FOUND');
  const seen = await commitAsUser(desk.pool, desk.clinic.people.org_admin, (client) =>
    value<number>(client, 'select count(*)::integer from public.pm_question_sets where id = $1', [id]),
  );
  expect(seen).toBe(0);
  const gone = await desk.list<QuestionSet>('pm_deleted_question_sets', { organization_id: desk.clinic.id });
  expect(gone.map((each) => each.id)).toContain(id);
  expect((await startNow(desk, group)).questions_data).toBeNull();
  expect(await desk.ask<QuestionSet>('pm_restore_question_set', { question_set_id: id })).toMatchObject({
    deleted_at: null,
  });
  expect(await refused('pm_restore_question_set', { question_set_id: id })).toBe('QUESTION_SET_NOT_FOUND');
});

test('a patient has access to a set while enrolled in an active group that uses it', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const id = await newSet();
  const values = { patient_id: patients[0], question_set_id: id };
  const may = () => desk.ask<boolean>('pm_patient_can_access_question_set', values);
  expect(await may()).toBe(false);
  await assign(group, id);
  expect(await may()).toBe(true);
  await desk.pool.query("update public.pm_group_definitions set status = 'inactive' where id = $1", [group]);
  expect(await may()).toBe(false);
  await desk.pool.query("update public.pm_group_definitions set status = 'active' where id = $1", [group]);
  const [seat] = await desk.seats(group);
  await desk.ask('pm_disenroll_patient', { enrollment_id: seat?.id, reason: 'Done' });
  expect(await may()).toBe(false);
  expect(await refused('pm_patient_can_access_question_set', values, desk.clinic.people.staff)).toBe(
    'PERMISSION_DENIED',
  );
});
