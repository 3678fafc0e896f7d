import { expect, it } from 'vitest';
import { groupAvailability } from './group-availability';

it.each([
  [{ free: 3, capacity: 10, waiting: 0 }, undefined, '3 of 10 seats free'],
  [{ free: 1, capacity: 1, waiting: 0 }, undefined, '1 of 1 seat free'],
  [{ free: 0, capacity: 10, waiting: 2 }, undefined, 'Full, 2 waiting'],
  [{ free: 3, capacity: 10, waiting: 0 }, 'enrolled', 'Already enrolled'],
  [{ free: 0, capacity: 10, waiting: 2 }, 'waitlisted', 'Already on the waitlist'],
])('says what %o offers a patient who is %s there', (group, held, words) => {
  expect(groupAvailability(group, held)).toBe(words);
});
