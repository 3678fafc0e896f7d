import { expect, it } from 'vitest';
import { capacityOutlook } from './capacity-outlook';

const FULL = { taken: 10, waiting: 2, capacity: 10, queue: null };

it.each([
  ['unchanged', FULL, 10, 'active', undefined],
  ['emptied', FULL, null, 'active', undefined],
  ['raised by one', FULL, 11, 'active', '1 person will move up from the waitlist.'],
  ['raised by many', FULL, 20, 'active', '2 people will move up from the waitlist.'],
  ['raised, nobody waits', { ...FULL, waiting: 0 }, 20, 'active', undefined],
  [
    'raised, not active',
    FULL,
    20,
    'inactive',
    'Nobody will move up from the waitlist, because the group is not active.',
  ],
  ['raised, but no seat comes free', { ...FULL, taken: 12 }, 12, 'active', undefined],
  ['lowered, still enough', { ...FULL, taken: 5, waiting: 0 }, 8, 'active', undefined],
])('%s', (_case, seating, capacity, status, outlook) => {
  expect(capacityOutlook(seating, { capacity, status })?.sentence).toBe(outlook);
});

it('says that lowering below the seats taken disenrolls nobody', () => {
  expect(capacityOutlook(FULL, { capacity: 8, status: 'active' })?.sentence).toBe(
    '10 patients have seats: with 8 the group will be 2 over capacity. Nobody loses a seat by that, and nobody moves up until enough have left.',
  );
});

const QUEUE = [
  { name: 'Ana', isHeld: true },
  { name: 'Ben', isHeld: false },
  { name: 'Cara', isHeld: true },
  { name: 'Dov', isHeld: false },
  { name: 'Eli', isHeld: true },
];

it.each([
  [11, '1 person will move up from the waitlist.', 'Ben. Ana is held back and keeps the place.'],
  [12, '2 people will move up from the waitlist.', 'Ben and Dov. Ana and Cara are held back and keep their places.'],
  [
    15,
    '2 people will move up from the waitlist.',
    'Ben and Dov. Ana, Cara and Eli are held back and keep their places.',
  ],
])('with %i seats names who moves up, and whom that passes over', (capacity, sentence, who) => {
  expect(capacityOutlook({ ...FULL, waiting: 5, queue: QUEUE }, { capacity, status: 'active' })).toEqual({
    sentence,
    who,
  });
});

it('promotes nobody where all are held back', () => {
  const queue = [{ name: 'Ana', isHeld: true }];
  expect(capacityOutlook({ ...FULL, waiting: 1, queue }, { capacity: 12, status: 'active' })).toEqual({
    sentence: 'Nobody will move up from the waitlist.',
    who: 'Ana is held back and keeps the place.',
  });
});
