import { describe, expect, it } from 'vitest';
import { seatsSentence } from './seats';

describe('seatsSentence', () => {
  it.each([
    [{ taken: 8, capacity: 10, waiting: 2 }, '8 of 10 seats, 2 waiting'],
    [{ taken: 8, capacity: 8, waiting: 5, held: 1 }, '8 of 8 seats, 5 waiting, 1 held back'],
    [{ taken: 0, capacity: 1, waiting: 0 }, '0 of 1 seat'],
    [{ taken: 12, capacity: 10, waiting: 0 }, '12 of 10 seats, 2 over capacity'],
    [{ taken: 12, capacity: 10, waiting: 3 }, '12 of 10 seats, 2 over capacity, 3 waiting'],
  ])('says %j', (seats, sentence) => {
    expect(seatsSentence(seats)).toBe(sentence);
  });
});
