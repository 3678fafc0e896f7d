import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { refusalOf } from '../../support/refusal.ts';
import { value } from '../../support/rpc.ts';
import { withConnections } from '../../support/several-connections.ts';
import {
  asPatient,
  type Joined,
  joinAs,
  openRoom,
  outcomeOf,
  type Result,
  readSession,
  seatedGroup,
  sessionIn,
} from './room.ts';

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
});
afterAll(() => database.close());

const options = [
  { value: 'no', label: 'No', score: 0 },
  { value: 'some', label: 'Some', score: 1 },
  { value: 'yes', label: 'Yes', score: 2 },
];
const each = {
  single: { id: 'q', type: 'single', text: 'One?', options },
  multiple: { id: 'q', type: 'multiple', text: 'Which?', options },
  scale: { id: 'q', type: 'scale', text: 'How much?', min: 0, max: 10, step: 2 },
  number: { id: 'q', type: 'number', text: 'How many?', min: -1, max: 1.5 },
  text: { id: 'q', type: 'text', text: 'In words?' },
};

/** A running session that asks these, with so many patients who have joined. */
async function running(questions: object[], count: number, more: object = {}) {
  const { group, patients } = await seatedGroup(desk, count);
  const questions_data = JSON.stringify({ questions, ...more });
  const id = await sessionIn(desk, group, -10, { status: 'active', questions_data });
  const { share_token } = await readSession(desk, id);
  const phones: Joined[] = [];
  for (const patient of patients) phones.push(await joinAs(desk, share_token, patient));
  return { id, group, patients, share_token, phones: phones.map((phone) => phone.participant_token) };
}
const submit = (participant_token: string | undefined, answers: unknown) =>
  asPatient<Result>(desk.pool, 'pm_submit_answers', { participant_token, answers });
const result = (participant_token: string | undefined) =>
  asPatient<Result>(desk.pool, 'pm_session_result', { participant_token });

describe('answers by type', () => {
  test.each<[keyof typeof each, unknown, boolean]>([
    ['single', 'yes', true],
    ['single', 'maybe', false],
    ['single', ['yes'], false],
    ['single', 2, false],
    ['multiple', ['no', 'yes'], true],
    ['multiple', ['no', 'no'], false],
    ['multiple', ['maybe'], false],
    ['multiple', 'yes', false],
    ['multiple', { yes: true }, false],
    ['scale', 10, true],
    ['scale', 0, true],
    ['scale', 3, false],
    ['scale', 12, false],
    ['scale', -2, false],
    ['scale', '4', false],
    ['number', 1.5, true],
    ['number', -1, true],
    ['number', 1.51, false],
    ['number', [1], false],
    ['number', true, false],
    ['text', 'Fine', true],
    ['text', 'x'.repeat(2000), true],
    ['text', 'x'.repeat(2001), false],
    ['text', 7, false],
    ['text', ['Fine'], false],
  ])('%s: %j', async (type, given, isTaken) => {
    const { phones } = await running([each[type]], 1);
    const sent = submit(phones[0], { q: given });
    if (isTaken) expect(await sent).toMatchObject({ has_answered: true, answers: { q: given } });
    else {
      const { code, detail } = await refusalOf(sent);
      expect(code).toBe('INVALID_ANSWERS');
      expect(detail).toContain(each[type].text);
    }
  });

  test('what is required is answered, what is not may be left out; unknown questions and other shapes are refused', async () => {
    const { phones } = await running(
      [
        { ...each.single, required: true },
        { ...each.text, id: 'words' },
      ],
      1,
    );
    for (const answers of [{}, { q: null }, { q: '' }, { words: 'x' }, { q: 'yes', other: 1 }, [], 'yes', null, 7]) {
      expect(await outcomeOf(submit(phones[0], answers)), JSON.stringify(answers)).toBe('INVALID_ANSWERS');
    }
    expect(await submit(phones[0], { q: 'yes', words: null })).toMatchObject({ answers: { q: 'yes' } });
  });
});

test('answers arrive once: from several connections at once, again later, and never others', async () => {
  const { id, phones } = await running([each.single], 1);
  const outcomes = await withConnections(database.url, 6, (clients) =>
    Promise.all(
      clients.map((client, place) =>
        outcomeOf(
          asPatient(client, 'pm_submit_answers', {
            participant_token: phones[0],
            answers: { q: place % 2 ? 'yes' : 'no' },
          }),
        ),
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'ALREADY_ANSWERED').length).toBe(3);
  expect(new Set(outcomes).size).toBe(2);
  const stored = await value<number>(
    desk.pool,
    'select count(*)::integer from public.pm_session_responses where session_id = $1',
    [id],
  );
  expect(stored).toBe(1);
  const { answers } = await result(phones[0]);
  expect(await submit(phones[0], answers)).toEqual(await result(phones[0]));
  await desk.ask('pm_complete_session', { session_id: id });
  expect(await submit(phones[0], answers)).toMatchObject({ has_answered: true, state: 'over' });
});

test('a phone that was offline is heard until 24 hours after the end; a cancelled session, a stranger and one that asks nothing are not', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const questions_data = JSON.stringify({ questions: [each.single] });
  const phoneOf = async (session: string) => {
    const token = `token-${session}`;
    await desk.pool.query(
      `with joined as (insert into public.pm_session_participants (organization_id, session_id, patient_id, joined_at) values ($1, $2, $3, now()) returning id)
       insert into private.participant_tokens (token_hash, organization_id, participant_id) select extensions.digest($4::text, 'sha256'), $1, id from joined`,
      [desk.clinic.id, session, patients[0], token],
    );
    return token;
  };
  const hours = async (ago: number, columns: object = {}) =>
    phoneOf(await sessionIn(desk, group, -60 * (ago + 1), { status: 'completed', questions_data, ...columns }));
  expect(await submit(await hours(23), { q: 'yes' })).toMatchObject({ has_answered: true });
  expect(await outcomeOf(submit(await hours(25), { q: 'yes' }))).toBe('SESSION_NOT_OPEN');
  const cancelled = await hours(3, { status: 'cancelled', cancellation_reason: 'Snow' });
  expect(await outcomeOf(submit(cancelled, { q: 'yes' }))).toBe('SESSION_NOT_OPEN');
  expect(await outcomeOf(submit(await hours(5, { questions_data: null }), {}))).toBe('INVALID_ANSWERS');
  for (const token of ['nobody', '', null]) {
    expect(await outcomeOf(asPatient(desk.pool, 'pm_submit_answers', { participant_token: token, answers: {} }))).toBe(
      'PARTICIPANT_UNKNOWN',
    );
    expect(await outcomeOf(asPatient(desk.pool, 'pm_session_result', { participant_token: token }))).toBe(
      'PARTICIPANT_UNKNOWN',
    );
  }
});

test('what the group said is told from three patients on, to those who have answered; guests do not count, texts and flagged questions stay out', async () => {
  const harm = { ...each.scale, id: 'harm', step: 1, scored: true, flag_above: 0 };
  const { id, share_token, phones } = await running([each.single, harm, { ...each.text, id: 'words' }], 4, {
    scoring: 'sum',
  });
  await submit(phones[0], { q: 'yes', harm: 0, words: 'SECRET' });
  await submit(phones[1], { q: 'no', harm: 3 });
  for (let number = 0; number < 3; number += 1) {
    const guest = await asPatient<Joined>(desk.pool, 'pm_join_session', { token: share_token, guest_name: 'Kim' });
    expect((await submit(guest.participant_token, { q: 'yes', harm: 10 })).group).toBeNull();
  }
  expect((await result(phones[1])).group).toBeNull();
  const third = await submit(phones[2], { q: 'yes', harm: 6 });
  expect(third).toMatchObject({ is_flagged: true, score: 8, max_score: 12 });
  expect(third.group).toEqual({ count: 3, average: 4.3, questions: { q: { counts: { no: 1, some: 0, yes: 2 } } } });
  expect((await result(phones[3])).group).toBeNull();
  const staff = await desk.ask<Result['group'] & { answered: number }>(
    'pm_session_results',
    { session_id: id },
    desk.clinic.people.facilitator,
  );
  expect(staff).toMatchObject({ answered: 6, count: 3, average: 4.3, questions: { harm: { average: 3 } } });
  expect(JSON.stringify(staff)).not.toContain('SECRET');
  expect((await desk.refused('pm_session_results', { session_id: id }, desk.clinic.people.front_desk)).code).toBe(
    'PERMISSION_DENIED',
  );
});

test('PHQ-9: score, band and flag, and the same beside the group over time', async () => {
  const { rows } = await desk.pool.query<{ id: string }>(
    "select id from public.pm_question_sets where organization_id = $1 and title = 'PHQ-9'",
    [desk.clinic.id],
  );
  const { group, patients } = await seatedGroup(desk, 3);
  const session = await sessionIn(desk, group, -10);
  await desk.ask('pm_set_session_questions', { session_id: session, question_set_id: at(rows, 0).id });
  await desk.ask('pm_start_session', { session_id: session });
  const { share_token } = await readSession(desk, session);
  const all = (scores: number[]) =>
    Object.fromEntries(scores.map((score, place) => [`phq9_${place + 1}`, String(score)]));
  const given = [
    [all([0, 0, 0, 0, 0, 0, 0, 0, 0]), 0, 'Minimal', false],
    [all([2, 2, 2, 2, 2, 0, 0, 0, 0]), 10, 'Moderate', false],
    [all([3, 3, 3, 3, 3, 3, 0, 1, 1]), 20, 'Severe', true],
  ] as const;
  for (const [place, [answers, score, band, is_flagged]] of given.entries()) {
    const { participant_token } = await joinAs(desk, share_token, at(patients, place));
    expect(await submit(participant_token, answers)).toMatchObject({ score, band, is_flagged, max_score: 27 });
  }
  const measures = await desk.list('pm_patient_measures', { patient_id: patients[1] }, desk.clinic.people.facilitator);
  expect(measures).toMatchObject([
    {
      session_id: session,
      title: 'PHQ-9',
      score: 10,
      max_score: 27,
      band: 'Moderate',
      group_count: 3,
      group_average: 10,
    },
  ]);
  const { rows: responses } = await desk.pool.query<{ id: string; flags: string[] }>(
    "select id, flags from public.pm_session_responses where session_id = $1 and flags <> '[]'",
    [session],
  );
  const [flagged] = responses;
  expect(flagged?.flags).toEqual(['phq9_9']);
  const list = () => desk.list<{ is_flagged: boolean }>('pm_session_attendance', { session_id: session });
  expect((await list()).filter((line) => line.is_flagged).length).toBe(1);
  const seen = () =>
    desk.ask<{ acknowledged_by: string }>(
      'pm_acknowledge_flag',
      { response_id: flagged?.id },
      desk.clinic.people.facilitator,
    );
  expect(await seen()).toMatchObject({ acknowledged_by: desk.clinic.people.facilitator });
  expect(await desk.ask('pm_acknowledge_flag', { response_id: flagged?.id })).toMatchObject({
    acknowledged_by: desk.clinic.people.facilitator,
  });
  expect((await list()).some((line) => line.is_flagged)).toBe(false);
  expect((await desk.refused('pm_acknowledge_flag', { response_id: flagged?.id }, desk.clinic.people.staff)).code).toBe(
    'PERMISSION_DENIED',
  );
});
