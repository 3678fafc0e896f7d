import { expect, it } from 'vitest';
import { forecastSentence, groupAvailability } from './group-availability';

it.each([
  [{ free: 3, capacity: 10, waiting: 0 }, undefined, '3 of 10 seats free'],
  [{ free: 1, capacity: 1, waiting: 0 }, undefined, '1 of 1 seat free'],
  [{ free: 0, capacity: 10, waiting: 2 }, undefined, 'Full, 2 waiting'],
  [{ free: 3, capacity: 10, waiting: 0 }, 'enrolled', 'Already enrolled'],
  [{ free: 0, capacity: 10, waiting: 2 }, 'waitlisted', 'Already on the waitlist'],
])('says what %o offers a patient who is %s there', (group, held, words) => {
  expect(groupAvailability(group, held)).toBe(words);
});

it.each([
  [{ taken: 7, free: 3, capacity: 10, waiting: 0 }, 'waitlist', 'Seat 8 of 10.'],
  [{ taken: 10, free: 0, capacity: 10, waiting: 1 }, 'waitlist', 'The group is full: waitlist place 2.'],
  [{ taken: 12, free: 0, capacity: 10, waiting: 0 }, 'waitlist', 'The group is over capacity: waitlist place 1.'],
  [{ taken: 10, free: 0, capacity: 10, waiting: 1 }, 'reject', 'The group is full: the patient would not be enrolled.'],
] as const)('forecasts for %o, when full %s: %s', (group, onFull, sentence) => {
  expect(forecastSentence(group, onFull)).toBe(sentence);
});
