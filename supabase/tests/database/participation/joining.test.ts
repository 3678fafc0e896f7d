import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { value } from '../../support/rpc.ts';
import { withConnections } from '../../support/several-connections.ts';
import {
  asPatient,
  type Joined,
  joinAs,
  openRoom,
  outcomeOf,
  readSession,
  seatedGroup,
  sessionIn,
  startNow,
} from './room.ts';

interface Info {
  state: string;
  organization_name: string;
  group_name: string;
  session_id: string;
  timezone: string;
  title: string | null;
  questions: unknown[];
  materials: unknown[];
}

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
});
afterAll(() => database.close());

const info = (token: string) => asPatient<Info>(desk.pool, 'pm_join_info', { token });
const join = (token: string, values: object) =>
  asPatient<Joined & { error?: string; attempts_left?: number; retry_after_seconds?: number }>(
    desk.pool,
    'pm_join_session',
    { token, ...values },
  );
const refused = (token: string, values: object) => outcomeOf(join(token, values));
const codeFor = (patient_id: string | undefined, by?: string) =>
  desk.ask<string>('pm_patient_join_code', { patient_id }, by);
const participants = (session: string) =>
  value<number>(desk.pool, 'select count(*)::integer from public.pm_session_participants where session_id = $1', [
    session,
  ]);
const questions_data = JSON.stringify({
  title: 'Check-in',
  questions: [{ id: 'mood', type: 'text', text: 'How are you?' }],
  materials: [{ title: 'Sleep', url: 'https://x.test/' }],
});

test.each<[string, number, Record<string, unknown>, string]>([
  ['tomorrow', 1440, {}, 'not_yet'],
  ['in 31 minutes', 31, {}, 'not_yet'],
  ['in 29 minutes', 29, {}, 'open'],
  ['running on the clock', -30, {}, 'open'],
  ['over for 59 minutes', -119, {}, 'open'],
  ['over for 61 minutes', -121, {}, 'over'],
  ['started early', 300, { status: 'active' }, 'open'],
  ['started and forgotten an hour ago', -180, { status: 'active' }, 'open'],
  ['completed', -30, { status: 'completed' }, 'over'],
  ['cancelled', -30, { status: 'cancelled', cancellation_reason: 'Snow' }, 'cancelled'],
  ['waiting for approval', -30, { approval_status: 'pending' }, 'not_yet'],
])('a session %s: %i minutes from now', async (_when, minutes, columns, state) => {
  const { group, patients } = await seatedGroup(desk, 1);
  const id = await sessionIn(desk, group, minutes, { questions_data, ...columns });
  const { share_token } = await readSession(desk, id);
  const met = await info(share_token);
  const open = state === 'open';
  expect(met).toMatchObject({
    state,
    session_id: id,
    organization_name: 'Test Clinic',
    group_name: 'Group',
    timezone: desk.clinic.timezone,
  });
  expect([met.questions.length, met.materials.length]).toEqual(open ? [1, 1] : [0, 0]);
  const code = await codeFor(patients[0]);
  const outcome = await refused(share_token, { code });
  if (open) expect(JSON.parse(outcome)).toMatchObject({ display_name: 'Pat', has_answered: false });
  else expect(outcome).toBe('SESSION_NOT_OPEN');
  expect(await participants(id)).toBe(open ? 1 : 0);
});

test('a link that nobody has is none; a new link makes the old one useless and leaves who joined', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const { id, share_token: old } = await startNow(desk, group);
  const { participant_token } = await joinAs(desk, old, at(patients, 0));
  for (const token of ['', 'x', id, null]) {
    expect(await outcomeOf(asPatient(desk.pool, 'pm_join_info', { token }))).toBe('SESSION_LINK_INVALID');
    expect(await outcomeOf(asPatient(desk.pool, 'pm_join_session', { token, code: 'K7QM-3XPD' }))).toBe(
      'SESSION_LINK_INVALID',
    );
  }
  expect((await desk.refused('pm_renew_session_link', { session_id: id }, desk.clinic.people.front_desk)).code).toBe(
    'PERMISSION_DENIED',
  );
  const renewed = await desk.ask<{ share_token: string }>(
    'pm_renew_session_link',
    { session_id: id },
    desk.clinic.people.facilitator,
  );
  expect(renewed.share_token).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(renewed.share_token).not.toBe(old);
  expect(await outcomeOf(info(old))).toBe('SESSION_LINK_INVALID');
  expect(await info(renewed.share_token)).toMatchObject({ state: 'open' });
  expect(await asPatient(desk.pool, 'pm_session_result', { participant_token })).toMatchObject({ state: 'open' });
});

test('a code is eight signs that are not misread, the same each time, and another one when renewed', async () => {
  const [patient_id] = await desk.patients(1);
  const code = await codeFor(patient_id, desk.clinic.people.front_desk);
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(await codeFor(patient_id, desk.clinic.people.facilitator)).toBe(code);
  expect((await desk.refused('pm_patient_join_code', { patient_id }, desk.clinic.people.staff)).code).toBe(
    'PERMISSION_DENIED',
  );
  const renewed = await desk.ask<string>('pm_patient_join_code', { patient_id, renew: true });
  expect(renewed).not.toBe(code);
  expect(await codeFor(patient_id)).toBe(renewed);
  const away = await openRoom(database);
  expect((await away.refused('pm_patient_join_code', { patient_id })).code).toBe('PATIENT_NOT_FOUND');
});

test('case, hyphen and spaces of a code do not matter, nor how often or on how many phones one joins', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const { id, share_token } = await startNow(desk, group);
  const code = await codeFor(patients[0]);
  const typed = [code, code.toLowerCase(), code.replace('-', ''), ` ${code.split('').join(' ')} `];
  const joined: Joined[] = [];
  for (const each of typed) joined.push(await join(share_token, { code: each }));
  expect(new Set(joined.map((each) => each.participant_token)).size).toBe(4);
  expect(await participants(id)).toBe(1);
  const preferred = "update public.pm_patients set preferred_name = 'Sam' where id = $1";
  await desk.pool.query(preferred, [patients[0]]);
  expect(await join(share_token, { code })).toMatchObject({ display_name: 'Sam' });
});

test('a code opens only sessions on whose roster the patient is, or into which the patient is booked', async () => {
  const { group } = await seatedGroup(desk, 0, { max_capacity: 3 });
  const { id: session_id, share_token } = await startNow(desk, group);
  const [dropIn = '', nobody = ''] = await desk.patients(2);
  const codes = [await codeFor(dropIn), await codeFor(nobody)];
  await desk.ask('pm_book_drop_in', { session_id, patient_id: dropIn });
  expect(await join(share_token, { code: codes[0] })).toMatchObject({ display_name: 'Pat' });
  expect(await join(share_token, { code: codes[1] })).toEqual({ error: 'CODE_INVALID', attempts_left: 19 });
  const away = await openRoom(database);
  const other = await seatedGroup(away, 1);
  const foreign = await away.ask<string>('pm_patient_join_code', { patient_id: other.patients[0] });
  expect(await join(share_token, { code: foreign })).toEqual({ error: 'CODE_INVALID', attempts_left: 18 });
  await desk.ask('pm_delete_patient', { patient_id: dropIn });
  expect(await join(share_token, { code: codes[0] })).toMatchObject({ error: 'CODE_INVALID' });
});

test('twenty wrong codes close the session to codes for a quarter of an hour, right ones too, also when tried at once', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const { id, share_token } = await startNow(desk, group);
  const code = await codeFor(patients[0]);
  const answers = await withConnections(database.url, 8, (clients) =>
    Promise.all(
      clients.map(async (client, place) => {
        const met: string[] = [];
        for (let number = 0; number < 4; number += 1) {
          const wrong = `2222-${'23456789'.charAt(place)}${'ABCD'.charAt(number)}22`;
          met.push(await outcomeOf(asPatient(client, 'pm_join_session', { token: share_token, code: wrong })));
        }
        return met;
      }),
    ),
  );
  const errors = answers.flat().map((answer) => JSON.parse(answer));
  const left = errors.filter((answer) => answer.error === 'CODE_INVALID').map((answer) => answer.attempts_left);
  expect(left.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, number) => number));
  const late = errors.filter((answer) => answer.error === 'TOO_MANY_ATTEMPTS');
  expect(late.length).toBe(12);
  for (const { retry_after_seconds } of late) expect(retry_after_seconds).toBeGreaterThan(800);
  expect(await join(share_token, { code })).toMatchObject({ error: 'TOO_MANY_ATTEMPTS' });
  expect(await join(share_token, { guest_name: 'Kim' })).toMatchObject({ display_name: 'Kim' });
  await desk.pool.query(
    "update private.join_attempts set attempted_at = attempted_at - interval '16 minutes' where session_id = $1",
    [id],
  );
  expect(await join(share_token, { code })).toMatchObject({ display_name: 'Pat' });
});

test('a guest has a name of up to 80 characters, and there are a hundred at most', async () => {
  const { group } = await seatedGroup(desk, 0);
  const { id, share_token } = await startNow(desk, group);
  expect(await join(share_token, { guest_name: '  Kim \n  Lee ' })).toMatchObject({ display_name: 'Kim Lee' });
  expect(await join(share_token, { guest_name: '<b>x</b>' })).toMatchObject({ display_name: '<b>x</b>' });
  for (const values of [
    {},
    { guest_name: '   ' },
    { code: '-' },
    { code: 'K7QM-3XPD', guest_name: 'Kim' },
    { guest_name: 'x'.repeat(81) },
  ]) {
    expect(await refused(share_token, values), JSON.stringify(values)).toBe('INVALID_INPUT');
  }
  await desk.pool.query(
    "insert into public.pm_session_participants (organization_id, session_id, guest_name) select $1, $2, 'Guest ' || n from generate_series(1, 97) n",
    [desk.clinic.id, id],
  );
  const last = await withConnections(database.url, 6, (clients) =>
    Promise.all(
      clients.map((client) =>
        outcomeOf(asPatient(client, 'pm_join_session', { token: share_token, guest_name: 'Kim' })),
      ),
    ),
  );
  expect(last.filter((answer) => answer === 'TOO_MANY_GUESTS').length).toBe(5);
  expect(await participants(id)).toBe(100);
});

test('no answer to a patient or guest says anything about others', async () => {
  const { group, patients } = await seatedGroup(desk, 5);
  await desk.pool.query(
    "update public.pm_patients set first_name = 'SECRET-first', last_name = 'SECRET-last', preferred_name = 'SECRET-preferred', mrn = 'SECRET-' || left(id::text, 8), email = 'SECRET@example.test' where id = any ($1) and id <> $2",
    [patients, patients[0]],
  );
  const id = await sessionIn(desk, group, -10, { status: 'active', notes: 'SECRET-notes', questions_data });
  const { share_token } = await readSession(desk, id);
  const phones: Joined[] = [];
  for (const patient of patients) phones.push(await joinAs(desk, share_token, patient));
  await join(share_token, { guest_name: 'SECRET-guest' });
  for (const { participant_token } of phones.slice(1)) {
    await asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { mood: 'SECRET-answer' } });
  }
  const { participant_token } = at(phones, 0);
  const answers = [
    await info(share_token),
    await join(share_token, { code: await codeFor(patients[0]) }),
    await join(share_token, { code: 'ZZZZ-ZZZZ' }),
    await outcomeOf(asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { mood: 7 } })),
    await asPatient(desk.pool, 'pm_session_result', { participant_token }),
    await asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { mood: 'Fine' } }),
    await asPatient(desk.pool, 'pm_session_result', { participant_token }),
  ];
  for (const answer of answers) {
    const text = JSON.stringify(answer);
    expect(text).not.toContain('SECRET');
    for (const hidden of [...patients, ...phones.slice(1).map((phone) => phone.participant_token)])
      expect(text).not.toContain(hidden);
  }
});
