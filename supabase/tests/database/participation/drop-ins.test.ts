import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';
import { openRoom, type Participant, seatedGroup, sessionIn, startNow } from './room.ts';

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openRoom(database);
});
afterAll(() => database.close());

const book = (session_id: string, patient_id: string | undefined, by?: string) =>
  desk.ask<Participant>('pm_book_drop_in', { session_id, patient_id }, by);
const codeOf = async (name: string, values: object, by?: string) => (await desk.refused(name, { ...values }, by)).code;
/** Roster and drop-ins of a session, as pm_session_attendance counts them. */
const taken = (session_id: string) =>
  value<number>(
    desk.pool,
    `(select count(*)::integer from private.roster_of((select s from public.pm_group_schedule s where s.id = $1)))
     + (select count(*)::integer from public.pm_session_participants p where p.session_id = $1 and p.is_drop_in
        and not exists (select from private.roster_of((select s from public.pm_group_schedule s where s.id = $1)) r where r.patient_id = p.patient_id))`,
    [session_id],
  );

test('a drop-in takes a seat of one session, once, and both are logged', async () => {
  const { group } = await seatedGroup(desk, 1, { max_capacity: 2 });
  const [guest, late] = await desk.patients(2);
  const session_id = await sessionIn(desk, group, 600);
  const first = await book(session_id, guest, desk.clinic.people.front_desk);
  expect(first).toMatchObject({ is_drop_in: true, patient_id: guest, attendance_status: null });
  expect((await book(session_id, guest)).id).toBe(first.id);
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id: late })).toBe('GROUP_AT_CAPACITY');
  await desk.ask('pm_cancel_drop_in', { session_id, patient_id: guest });
  await book(session_id, late);
  expect(await codeOf('pm_cancel_drop_in', { session_id, patient_id: guest })).toBe('PATIENT_NOT_FOUND');
  const log = await desk.log(group, 'drop_in_booked', 'drop_in_cancelled');
  expect(log.map(({ action, patient_id }) => [action, patient_id])).toEqual([
    ['drop_in_booked', guest],
    ['drop_in_cancelled', guest],
    ['drop_in_booked', late],
  ]);
});

test('who has a seat, who is deleted, who is of another clinic and who may not are refused', async () => {
  const { group, patients } = await seatedGroup(desk, 1, { max_capacity: 5 });
  const session_id = await sessionIn(desk, group, 600);
  const [deleted] = await desk.patients(1);
  await desk.ask('pm_delete_patient', { patient_id: deleted });
  const other = await openRoom(database);
  const [foreign] = await other.patients(1);
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id: patients[0] })).toBe('PATIENT_ALREADY_ENROLLED');
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id: deleted })).toBe('PATIENT_NOT_FOUND');
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id: foreign })).toBe('PATIENT_NOT_FOUND');
  const [patient_id] = await desk.patients(1);
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id }, desk.clinic.people.staff)).toBe(
    'PERMISSION_DENIED',
  );
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id }, other.clinic.people.org_admin)).toBe(
    'SESSION_NOT_FOUND',
  );
  await desk.ask('pm_cancel_session', { session_id, reason: 'Snow' });
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id })).toBe('INVALID_TRANSITION');
});

test('a drop-in who is recorded stays; one who was excused gives the seat up and can be booked anew', async () => {
  const { group } = await seatedGroup(desk, 0, { max_capacity: 1 });
  const { id: session_id } = await startNow(desk, group);
  const [first = '', second = ''] = await desk.patients(2);
  await book(session_id, first);
  const status = (patient_id: string, word: string) =>
    desk.list('pm_record_attendance', { session_id, entries: [{ patient_id, status: word }] });
  await status(first, 'present');
  expect(await codeOf('pm_cancel_drop_in', { session_id, patient_id: first })).toBe('INVALID_TRANSITION');
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id: second })).toBe('GROUP_AT_CAPACITY');
  await status(first, 'excused');
  await book(session_id, second);
  expect(await codeOf('pm_book_drop_in', { session_id, patient_id: first })).toBe('GROUP_AT_CAPACITY');
});

test('64 people book the last seats at once, while others enroll: never one too many', {
  timeout: 120_000,
}, async () => {
  const seats = 12;
  const { group } = await seatedGroup(desk, 4, { max_capacity: seats });
  const session_id = await sessionIn(desk, group, 600);
  const patients = await desk.patients(64);
  const answers = await withConnections(database.url, 64, (clients) =>
    Promise.all(
      clients.map((client, place) =>
        attempt(client, desk.clinic.people.front_desk, (mine) => {
          const patient_id = at(patients, place);
          return place % 8 === 7
            ? rpc(mine, 'pm_enroll_patient', { group_definition_id: group, patient_id })
            : rpc(mine, 'pm_book_drop_in', { session_id, patient_id });
        }),
      ),
    ),
  );
  expect(new Set(answers)).toEqual(new Set(['done', 'GROUP_AT_CAPACITY']));
  const dropIns = await value<number>(
    desk.pool,
    'select count(*)::integer from public.pm_session_participants where session_id = $1 and is_drop_in',
    [session_id],
  );
  const booked = answers.filter((answer, place) => answer === 'done' && place % 8 !== 7);
  expect(booked.length).toBe(dropIns);
  // Enrolling looks at the group's seats, which a drop-in of one session does not take.
  const { seated } = await desk.line(group);
  expect(seated.length).toBeLessThanOrEqual(seats);
  const room = Math.max(seats - 4, 0);
  expect(dropIns).toBeLessThanOrEqual(room);
  expect(await taken(session_id)).toBe(seated.length + dropIns);
});
