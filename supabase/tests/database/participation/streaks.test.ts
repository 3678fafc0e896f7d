import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk } from '../../support/front-desk.ts';
import { createSession } from '../../support/records.ts';
import { openRoom, seatedGroup } from './room.ts';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const words = ['present', 'late', 'left_early', 'excused', 'absent', null] as const;
type Word = (typeof words)[number];

interface Streak {
  patient_id: string;
  group_definition_id: string;
  missed_in_a_row: number;
  last_attended_on: string | null;
  last_missed_on: string | null;
  last_name: string | null;
}

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase(2);
  desk = await openRoom(database);
});
afterAll(() => database.close());

const dayOf = (place: number) => `2025-03-${String(place + 1).padStart(2, '0')}`;

/** From the last session backwards: an absence counts, who came ends it, excused and unrecorded do neither. */
function streakOf(history: readonly Word[]) {
  let missed = 0;
  for (const word of [...history].reverse()) {
    if (word === 'absent') missed += 1;
    else if (word === 'present' || word === 'late' || word === 'left_early') break;
  }
  const came = history.findLastIndex((word) => word === 'present' || word === 'late' || word === 'left_early');
  const absent = history.lastIndexOf('absent');
  return {
    missed_in_a_row: missed,
    last_attended_on: came < 0 ? null : dayOf(came),
    last_missed_on: absent < 0 ? null : dayOf(absent),
  };
}

test('who misses sessions in a row: as a plain count backwards says', { timeout: 120_000 }, async () => {
  console.info(`streaks: seed ${seed}`);
  const histories = fc.sample(fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 8 }), {
    numRuns: 40,
    seed,
  });
  const { group, patients } = await seatedGroup(desk, histories.length);
  for (let place = 0; place < 8; place += 1) {
    const session = await createSession(desk.pool, desk.clinic.id, group, { session_date: dayOf(place) });
    for (const [number, patient] of patients.entries()) {
      const word = at(at(histories, number), place);
      if (word === null) continue;
      await desk.pool.query(
        'insert into public.pm_session_participants (organization_id, session_id, patient_id, attendance_status) values ($1, $2, $3, $4)',
        [desk.clinic.id, session, patient, word],
      );
    }
  }
  const last = await createSession(desk.pool, desk.clinic.id, group, { session_date: '2025-03-20' });
  for (const at_least of [1, 2, 4]) {
    const found = await desk.list<Streak>('pm_no_show_streaks', { organization_id: desk.clinic.id, at_least });
    const expected = new Map(
      patients
        .map((patient, number) => [patient, streakOf(at(histories, number))] as const)
        .filter(([, streak]) => streak.missed_in_a_row >= at_least),
    );
    expect(
      new Map(
        found.map(({ patient_id, missed_in_a_row, last_attended_on, last_missed_on }) => [
          patient_id,
          { missed_in_a_row, last_attended_on, last_missed_on },
        ]),
      ),
    ).toEqual(expected);
    expect(found.map((streak) => streak.missed_in_a_row)).toEqual(
      [...found.map((streak) => streak.missed_in_a_row)].sort((a, b) => b - a),
    );
  }
  const lines = await desk.list<{ patient_id: string; missed_in_a_row: number }>('pm_session_attendance', {
    session_id: last,
  });
  for (const { patient_id, missed_in_a_row } of lines) {
    expect(missed_in_a_row).toBe(streakOf(at(histories, patients.indexOf(patient_id))).missed_in_a_row);
  }
});

test('who has left the group is not on the list, cancelled sessions do not count, and other roles are refused', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const patient = at(patients, 0);
  for (const session_date of ['2025-05-01', '2025-05-02', '2025-05-03']) {
    const session = await createSession(desk.pool, desk.clinic.id, group, { session_date });
    await desk.pool.query(
      "insert into public.pm_session_participants (organization_id, session_id, patient_id, attendance_status) values ($1, $2, $3, 'absent')",
      [desk.clinic.id, session, patient],
    );
    if (session_date === '2025-05-03') await desk.ask('pm_cancel_session', { session_id: session, reason: 'Snow' });
  }
  const streaks = async () =>
    (await desk.list<Streak>('pm_no_show_streaks', { organization_id: desk.clinic.id, at_least: 1 })).filter(
      (streak) => streak.group_definition_id === group,
    );
  expect(await streaks()).toMatchObject([{ patient_id: patient, missed_in_a_row: 2, last_missed_on: '2025-05-02' }]);
  const [seat] = await desk.seats(group);
  await desk.ask('pm_disenroll_patient', { enrollment_id: seat?.id, reason: 'Done' });
  expect(await streaks()).toEqual([]);
  const other = (await openRoom(database)).clinic.people.org_admin;
  expect((await desk.refused('pm_no_show_streaks', { organization_id: desk.clinic.id }, other)).code).toBe(
    'PERMISSION_DENIED',
  );
});
