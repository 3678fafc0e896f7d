import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { value } from '../../support/rpc.ts';
import {
  asPatient,
  type Joined,
  openRoom,
  outcomeOf,
  type Participant,
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

const remove = (participant_id: string, by?: string) =>
  desk.ask<Participant>('pm_remove_guest', { participant_id }, by);
const codeOf = async (participant_id: string, by?: string) =>
  (await desk.refused('pm_remove_guest', { participant_id }, by)).code;

/** A session that runs, and a guest who has joined it. */
async function guestOf(guest_name: string) {
  const { group, patients } = await seatedGroup(desk, 1);
  const questions_data = JSON.stringify({ questions: [{ id: 'note', type: 'text', text: 'How are you?' }] });
  const session = await readSession(desk, await sessionIn(desk, group, -10, { status: 'active', questions_data }));
  const { participant_token } = await asPatient<Joined>(desk.pool, 'pm_join_session', {
    ...{ token: session.share_token, guest_name },
  });
  const id = await value<string>(
    desk.pool,
    '(select id from public.pm_session_participants where session_id = $1 and guest_name is not null)',
    [session.id],
  );
  return { group, patients, session, id, participant_token };
}

test('a guest is removed: off the list, unknown to the link, in the log without the name', async () => {
  const { group, id, session, participant_token } = await guestOf('Mickey Mouse');
  expect(await remove(id, desk.clinic.people.facilitator)).toMatchObject({ id, guest_name: 'Mickey Mouse' });
  const left = 'exists (select from public.pm_session_participants where id = $1)';
  expect(await value<boolean>(desk.pool, left, [id])).toBe(false);
  expect(await outcomeOf(asPatient(desk.pool, 'pm_session_result', { participant_token }))).toBe('PARTICIPANT_UNKNOWN');
  const [entry] = await desk.log(group, 'guest_removed');
  expect(entry).toMatchObject({ patient_id: null, performed_by: desk.clinic.people.facilitator });
  expect(entry?.metadata).toMatchObject({ session_id: session.id });
  expect(JSON.stringify(entry)).not.toContain('Mickey');
  expect(await codeOf(id)).toBe('GUEST_NOT_FOUND');
});

test('who has answered stays', async () => {
  const { id, participant_token } = await guestOf('Kim');
  await asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { note: 'Well' } });
  expect(await codeOf(id)).toBe('INVALID_TRANSITION');
});

test('who is recorded stays, until that is cleared; both are logged as of a guest', async () => {
  const { group, id, session } = await guestOf('Kim');
  const record = (status: string | null) =>
    desk.list('pm_record_attendance', { session_id: session.id, entries: [{ participant_id: id, status }] });
  await record('present');
  expect(await codeOf(id)).toBe('INVALID_TRANSITION');
  await record(null);
  await remove(id);
  const log = await desk.log(group, 'attendance_recorded', 'attendance_changed');
  expect(log.map(({ metadata }) => metadata.is_guest)).toEqual([true, true]);
});

test('a patient is no guest, staff may not, and another organization finds nobody', async () => {
  const other = await openRoom(database);
  const { id, session, patients } = await guestOf('Kim');
  const [patient] = await desk.list<Participant>('pm_record_attendance', {
    session_id: session.id,
    entries: [{ patient_id: patients[0], status: 'present' }],
  });
  expect(await codeOf(patient?.id ?? '')).toBe('GUEST_NOT_FOUND');
  expect(await codeOf(id, desk.clinic.people.staff)).toBe('PERMISSION_DENIED');
  expect(await codeOf(id, other.clinic.people.org_admin)).toBe('GUEST_NOT_FOUND');
});
