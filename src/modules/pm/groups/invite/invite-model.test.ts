import { expect, it } from 'vitest';
import { chosenSentence, inviteLabel, picked, seatsFree } from './invite-model';

const WAITING = [
  { enrollment_id: 'e1', patient_id: 'maria' },
  { enrollment_id: 'e2', patient_id: 'ben' },
  { enrollment_id: 'e3', patient_id: 'maria' },
];

it('chooses and takes back', () => {
  expect(picked(WAITING, [], 'e1')).toEqual(['e1']);
  expect(picked(WAITING, ['e1'], 'e2')).toEqual(['e1', 'e2']);
  expect(picked(WAITING, ['e1', 'e2'], 'e1')).toEqual(['e2']);
});

it('chooses nobody twice, also who waits in two groups', () => {
  expect(picked(WAITING, ['e1', 'e2'], 'e3')).toEqual(['e2', 'e3']);
});

it.each([
  [0, 3, 'Nobody chosen, 3 seats are free.'],
  [0, 0, 'No seat is free here.'],
  [1, 1, '1 chosen, 1 seat is free.'],
  [3, 2, '3 chosen, but only 2 seats are free.'],
  [1, 0, '1 chosen, but no seat is free.'],
])('%i chosen for %i seats', (count, free, sentence) => expect(chosenSentence(count, free)).toBe(sentence));

it('counts seats, and none where the group is over capacity', () => {
  expect(seatsFree({ max_capacity: 10, patient_count: 3 })).toBe(7);
  expect(seatsFree({ max_capacity: 8, patient_count: 10 })).toBe(0);
  expect([0, 1, 2].map(inviteLabel)).toEqual(['Give a seat', 'Give a seat', 'Give 2 seats']);
});
