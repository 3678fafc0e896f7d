import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { addMember } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';
import {
  asPatient,
  type Joined,
  joinAs,
  openRoom,
  outcomeOf,
  type Participant,
  readSession,
  type Session,
  seatedGroup,
  sessionIn,
  startNow,
} from './room.ts';

// What somebody would try who means harm, or whose device does: each of these once worked.

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase(16);
  desk = await openRoom(database);
});
afterAll(() => database.close());

const risk = { id: 'risk', type: 'number', text: 'Risk?', flag_above: 0 };
const asking = (...questions: object[]) => ({ questions_data: JSON.stringify({ title: 'Check-in', questions }) });
const join = (token: string, values: object) =>
  asPatient<Joined & { error?: string }>(desk.pool, 'pm_join_session', { token, ...values });
const submit = (participant_token: string, answers: unknown) =>
  asPatient<unknown>(desk.pool, 'pm_submit_answers', { participant_token, answers });
const told = (session: string) =>
  value<string[]>(
    desk.pool,
    "select coalesce(array_agg(user_id::text order by user_id::text), '{}') from public.pf_notifications where kind = 'response_flagged' and session_id = $1",
    [session],
  );
const patch = async (user: string, id: string, columns: Record<string, unknown>) => {
  const names = Object.keys(columns).map((name, index) => `${name} = $${index + 2}`);
  const { rows } = await commitAsUser(desk.pool, user, (client) =>
    client.query<Session>(`update public.pm_group_schedule set ${names.join(', ')} where id = $1 returning *`, [
      id,
      ...Object.values(columns),
    ]),
  );
  return at(rows, 0);
};
async function openSession(columns: Record<string, unknown>, seated = 2) {
  const { group, patients } = await seatedGroup(desk, seated);
  const id = await sessionIn(desk, group, 0, { conflict_override: true, ...columns });
  return { ...(await readSession(desk, id)), group, patients };
}

test('a flagged answer reaches the facilitator in whose own browser it was given', async () => {
  const { facilitator } = desk.clinic.people;
  const session = await openSession({ facilitator_id: facilitator, ...asking(risk) });
  const { participant_token } = await joinAs(desk, session.share_token, at(session.patients, 0));
  await desk.ask('pm_submit_answers', { participant_token, answers: { risk: 3 } }, facilitator);
  expect(await told(session.id)).toEqual([facilitator]);
});

test('a flagged answer reaches those who take attendance when the only leader is suspended', async () => {
  const { clinic, pool } = desk;
  const gone = await addMember(pool, clinic.id, clinic.roles.facilitator, 'Gone', 'active');
  const session = await openSession({ facilitator_id: gone, ...asking(risk) });
  await pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [gone]);
  const { participant_token } = await joinAs(desk, session.share_token, at(session.patients, 0));
  await submit(participant_token, { risk: 3 });
  expect(await told(session.id)).toEqual([clinic.people.org_admin, clinic.people.facilitator].sort());
});

test('nobody gets a session of their own approved by lending it to somebody else', async () => {
  const { clinic, pool } = desk;
  const { org_admin, facilitator } = clinic.people;
  const group = await desk.group(5, { session_approval_required: true, facilitator_id: org_admin });
  for (const [session_date, facilitator_id] of [
    ['2199-03-02', org_admin],
    ['2199-03-03', facilitator],
  ]) {
    await commitAsUser(pool, org_admin, (client) =>
      createSession(client, clinic.id, group, { session_date, facilitator_id }),
    );
  }
  const { rows } = await pool.query<Session>(
    'select * from public.pm_group_schedule where group_definition_id = $1 order by session_date',
    [group],
  );
  const [own, lent] = [at(rows, 0), at(rows, 1)];
  expect([own.approval_status, lent.approval_status]).toEqual(['pending', 'approved']);
  await patch(org_admin, own.id, { facilitator_id: facilitator });
  await desk.ask('pm_approve_session', { session_id: own.id });
  for (const { id } of rows) {
    expect((await patch(org_admin, id, { facilitator_id: org_admin })).approval_status).toBe('pending');
  }
});

test('an instant session is one of now: another date is bound by the policy, and one to come cannot be running', async () => {
  const { clinic, pool } = desk;
  const group = await desk.group(5, { advance_notice_hours: 48 });
  const insert = (minutes: number, status: string) =>
    outcomeOf(
      commitAsUser(pool, clinic.people.facilitator, (client) =>
        client.query(
          `insert into public.pm_group_schedule (organization_id, group_definition_id, session_type, status, session_date, start_time, end_time)
           select $1, $2, 'instant', $3, start::date, start::time, (start + interval '30 minutes')::time
           from (select date_trunc('minute', now() at time zone $4) + make_interval(mins => $5) as start) wanted`,
          [clinic.id, group, status, clinic.timezone, minutes],
        ),
      ),
    );
  expect(await insert(45, 'scheduled')).toBe('ADVANCE_NOTICE_REQUIRED');
  expect(await insert(-365 * 1440, 'active')).toBe('ADVANCE_NOTICE_REQUIRED');
  expect(await insert(365 * 1440, 'active')).toBe('INVALID_TRANSITION');
  expect((await startNow(desk, group)).status).toBe('active');
});

test('notice is of the start: a running session can be extended', async () => {
  const group = await desk.group(5, { advance_notice_hours: 48 });
  const id = await sessionIn(desk, group, -10, { status: 'active', conflict_override: true });
  const { end_time } = await patch(desk.clinic.people.facilitator, id, { end_time: '23:00' });
  expect(end_time).toBe('23:00:00');
});

test('numbers of thousands of digits and names of megabytes are refused at once', async () => {
  const session = await openSession(asking({ id: 'n', type: 'number', text: 'How many?' }, risk));
  const { participant_token } = await join(session.share_token, { guest_name: 'Guest' });
  const bomb = asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { n: 1e-300 } });
  expect(await outcomeOf(bomb)).toBe('INVALID_ANSWERS');
  // It took seventeen seconds once.
  expect(await outcomeOf(join(session.share_token, { guest_name: 'A '.repeat(10_000_000) }))).toBe('INVALID_INPUT');
  expect(await outcomeOf(join(session.share_token, { guest_name: '\u200b\u202e\u0007' }))).toBe('INVALID_INPUT');
  expect((await join(session.share_token, { guest_name: '\u202eنازنین\u200cزهرا' })).display_name).toBe(
    'نازنین\u200cزهرا',
  );
});

test('a new link ends a lock-out by wrong codes', async () => {
  const session = await openSession({});
  const code = await desk.ask<string>('pm_patient_join_code', { patient_id: at(session.patients, 0) });
  for (let tries = 0; tries < 20; tries += 1) await join(session.share_token, { code: 'ZZZZZZZZ' });
  expect((await join(session.share_token, { code })).error).toBe('TOO_MANY_ATTEMPTS');
  const { share_token } = await desk.ask<Session>('pm_renew_session_link', { session_id: session.id });
  expect((await join(share_token, { code })).participant_token).toHaveLength(32);
});

test('whose record was deleted answers no more, and gives up the seats of sessions to come', async () => {
  const session = await openSession(asking(risk));
  const later = await sessionIn(desk, await desk.group(1), 120);
  const patient_id = at(session.patients, 0);
  await desk.ask('pm_book_drop_in', { session_id: later, patient_id });
  const { participant_token } = await joinAs(desk, session.share_token, patient_id);
  await desk.ask('pm_delete_patient', { patient_id });
  expect(await outcomeOf(submit(participant_token, { risk: 1 }))).toBe('PARTICIPANT_UNKNOWN');
  expect(await desk.list('pm_session_attendance', { session_id: later })).toEqual([]);
  await desk.ask('pm_book_drop_in', { session_id: later, patient_id: at(session.patients, 1) });
});

const record = (session_id: string, entry: object, reason?: string) =>
  outcomeOf(desk.list<Participant>('pm_record_attendance', { session_id, entries: [entry], reason }));

test('a tap has a time that is possible, and minutes that the session had', async () => {
  const { id, patients } = await openSession({});
  const tap = { patient_id: at(patients, 0), status: 'present' };
  expect(await record(id, { ...tap, recorded_at: '-infinity' })).toBe('INVALID_INPUT');
  expect(await record(id, { ...tap, recorded_at: '0044-03-15 BC' })).toBe('INVALID_INPUT');
  expect(await record(id, { ...tap, minutes: 720 })).toBe('INVALID_INPUT');
});

test('a session completed before there was completed_at still asks for a reason', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const id = await sessionIn(desk, group, -3000, { status: 'completed', conflict_override: true });
  await desk.pool.query('update public.pm_group_schedule set completed_at = null where id = $1', [id]);
  const tap = { patient_id: at(patients, 0) };
  expect(await record(id, { ...tap, status: 'absent' })).toContain('absent');
  expect(await record(id, { ...tap, status: 'present' })).toBe('ATTENDANCE_REASON_REQUIRED');
  expect(await record(id, { ...tap, status: 'present' }, 'Found the sheet')).toContain('present');
});

test('nothing is called PHQ-9 that asks or flags something else', async () => {
  const { clinic, pool } = desk;
  const question_set_id = await value<string>(
    pool,
    "select id from public.pm_question_sets where organization_id = $1 and title = 'PHQ-9'",
    [clinic.id],
  );
  const id = await sessionIn(desk, await desk.group(3), 60);
  const forged = { question_set_id, title: 'PHQ-9', questions: [{ id: 'phq9_9', type: 'text', text: 'Well?' }] };
  const writing = patch(clinic.people.facilitator, id, { questions_data: JSON.stringify(forged) });
  expect(await outcomeOf(writing)).toBe('INVALID_QUESTIONS');
});

test('sixteen people at one session at once: everybody is answered, nobody waits for each other forever', async () => {
  const { clinic, pool } = desk;
  const { org_admin, facilitator } = clinic.people;
  const { group, patients } = await seatedGroup(desk, 4, { max_capacity: 8, group_type: 'iop' });
  const others = await desk.patients(6);
  const id = await sessionIn(desk, group, 0, { status: 'active', facilitator_id: facilitator, ...asking(risk) });
  const { share_token } = await readSession(desk, id);
  const phones: string[] = [];
  for (const patient of patients) phones.push((await joinAs(desk, share_token, patient)).participant_token);
  const marks = ['present', 'absent', 'excused'];
  const entries = (turn: number) =>
    JSON.stringify(patients.map((patient_id, place) => ({ patient_id, status: at(marks, (turn + place) % 3) })));
  const asStaff: [string, (turn: number) => unknown[]][] = [
    ['select public.pm_record_attendance($1, $2)', (turn) => [id, entries(turn)]],
    ['select public.pm_book_drop_in($1, $2)', (turn) => [id, at(others, turn % 6)]],
    ['select public.pm_cancel_drop_in($1, $2)', (turn) => [id, at(others, turn % 6)]],
    ['select public.pm_enroll_patient($1, $2)', (turn) => [group, at(others, turn % 6)]],
    [
      "select public.pm_disenroll_patient(id) from public.pm_group_enrollments where group_definition_id = $1 and patient_id = $2 and status <> 'disenrolled'",
      (turn) => [group, at(others, turn % 6)],
    ],
    ['update public.pm_group_schedule set notes = $2 where group_definition_id = $1', (turn) => [group, `${turn}`]],
  ];
  const codes = await withConnections(database.url, 16, (clients) =>
    Promise.all(
      clients.map(async (client, place) => {
        const seen: string[] = [];
        for (let turn = place; turn < place + 24; turn += 1) {
          const [sql, values] = at(asStaff, turn % asStaff.length);
          const by = place % 2 === 0 ? org_admin : facilitator;
          if (place % 4 !== 3) seen.push(await attempt(client, by, (own) => own.query(sql, values(turn))));
          else {
            const answers = { participant_token: at(phones, turn % 4), answers: { risk: turn % 4 } };
            seen.push(await outcomeOf(asPatient(client, 'pm_submit_answers', answers)));
          }
          if (turn === 23) {
            seen.push(
              await attempt(client, org_admin, (own) => own.query('select public.pm_complete_session($1)', [id])),
            );
          }
        }
        return seen;
      }),
    ),
  );
  // Deadlocks, serialization failures and broken constraints are five-digit states; Quorum's refusals are words.
  expect(codes.flat().filter((code) => /^[0-9A-Z]{5}$/.test(code))).toEqual([]);
  expect(codes.flat()).toContain('done');
  expect((await readSession(desk, id)).status).toBe('completed');
  const findings = await desk.list<{ entity_id: string; severity: string }>('pm_validate_integrity', {
    organization_id: clinic.id,
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    await value<number>(pool, 'select count(*)::integer from public.pm_session_responses where session_id = $1', [id]),
  ).toBe(4);
});
test('nobody attends a session of another day before it, started or completed or not', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  for (const status of ['active', 'completed']) {
    const id = await sessionIn(desk, group, 5 * 1440, { status, conflict_override: true });
    expect(await record(id, { patient_id: at(patients, 0), status: 'present' })).toBe('ATTENDANCE_TOO_EARLY');
  }
});
