import { expect, it } from 'vitest';
import { lostSeatsSentence, mergedSentence, mergeSentence, movedByStatus } from './merge-model';

const NOBODY = { enrolled: 0, waitlisted: 0, already_there: 0, cancelled_sessions: [] };

it('says what merging does to whom', () => {
  expect(
    mergeSentence('Grief', 'DBT', { enrolled: 5, waitlisted: 1, already_there: 2, cancelled_sessions: [1, 2, 3] }),
  ).toBe(
    '5 patients get a seat in DBT, 1 patient goes on the waitlist of DBT and 2 patients are there already. 3 sessions to come are cancelled, and Grief becomes completed.',
  );
  expect(mergeSentence('Grief', 'DBT', { ...NOBODY, enrolled: 1, cancelled_sessions: [1] })).toBe(
    '1 patient gets a seat in DBT. 1 session to come is cancelled, and Grief becomes completed.',
  );
  expect(mergeSentence('Grief', 'DBT', NOBODY)).toBe('Nobody is in Grief. Grief becomes completed.');
});

it('says what merging did', () => {
  expect(
    mergedSentence('Grief', 'DBT', { enrolled: 5, waitlisted: 1, already_there: 1, cancelled_sessions: [1] }),
  ).toBe(
    '5 patients got a seat in DBT, 1 patient went on the waitlist of DBT and 1 patient was there already. 1 session was cancelled. Grief is completed.',
  );
  expect(mergedSentence('Grief', 'DBT', NOBODY)).toBe('Grief is completed.');
});

it('warns of seats that are lost', () => {
  expect(lostSeatsSentence(1, 'DBT')).toMatch(/^1 patient who has a seat now will only wait, because DBT has/);
  expect(lostSeatsSentence(3, 'DBT')).toMatch(/^3 patients who have seats now will only wait/);
});

it('sorts patients by what they get, in the order in which they enter', () => {
  const moved = (['waitlisted', 'enrolled', 'enrolled'] as const).map((status, index) => ({
    patient_id: `p${index}`,
    enrollment_id: `e${index}`,
    was: 'enrolled' as const,
    status,
    waitlist_position: null,
    patient: null,
  }));
  expect(
    movedByStatus(moved).map(({ heading, patients }) => [heading, patients.map((each) => each.patient_id)]),
  ).toEqual([
    ['Get a seat', ['p1', 'p2']],
    ['Go on the waitlist', ['p0']],
  ]);
});
