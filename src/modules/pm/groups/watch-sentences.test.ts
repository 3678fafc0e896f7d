import { expect, it } from 'vitest';
import {
  lackingPatients,
  overCapacitySentence,
  seatsLeftSentence,
  tooManyPatients,
  underMinimumSentence,
} from './watch-sentences';

const FEW = { patient_count: 3, max_capacity: 10, min_capacity: 5, status: 'active', waitlist_count: 0 };
const MANY = { patient_count: 10, max_capacity: 8, min_capacity: null, status: 'active', waitlist_count: 2 };

it('counts who is missing and who is too many', () => {
  expect([lackingPatients(FEW), tooManyPatients(FEW)]).toEqual([2, 0]);
  expect([lackingPatients(MANY), tooManyPatients(MANY)]).toEqual([0, 2]);
  expect(lackingPatients({ ...FEW, status: 'inactive' })).toBe(0);
});

it('says before the session that it is not enough', () => {
  expect(underMinimumSentence(FEW, 'Tue, Nov 24, 9:00–10:30 AM')).toBe(
    '3 of the 5 patients that a session needs are enrolled: 2 more are wanted. The next session is Tue, Nov 24, 9:00–10:30 AM.',
  );
  expect(underMinimumSentence({ ...FEW, patient_count: 4 }, null)).toBe(
    '4 of the 5 patients that a session needs are enrolled: 1 more is wanted. No session is planned.',
  );
  expect(underMinimumSentence({ ...FEW, patient_count: 0, min_capacity: 1 }, null)).toBe(
    'Nobody is enrolled, and a session needs 1 patient. No session is planned.',
  );
});

it('says what is left for those who are invited', () => {
  expect(seatsLeftSentence(FEW)).toBe('2 patients more to the minimum of 5. 7 seats are free.');
  expect(seatsLeftSentence(MANY)).toBe('No seat is free.');
});

it('says what too many patients mean', () => {
  expect(overCapacitySentence(MANY)).toBe(
    '10 patients have seats, the group has 8: 2 too many. Nobody loses a seat by that. Nobody moves up from the waitlist until fewer than 8 are enrolled.',
  );
});
