import { expect, it } from 'vitest';
import { capacityOutlook } from './capacity-outlook';

const FULL = { taken: 10, waiting: 2, capacity: 10 };

it.each([
  ['unchanged', FULL, 10, 'active', null],
  ['emptied', FULL, null, 'active', null],
  ['raised by one', FULL, 11, 'active', '1 person will move up from the waitlist.'],
  ['raised by many', FULL, 20, 'active', '2 people will move up from the waitlist.'],
  ['raised, nobody waits', { ...FULL, waiting: 0 }, 20, 'active', null],
  [
    'raised, not active',
    FULL,
    20,
    'inactive',
    'Nobody will move up from the waitlist, because the group is not active.',
  ],
  ['raised, still over capacity', { taken: 12, waiting: 2, capacity: 10 }, 12, 'active', null],
  ['lowered, still enough', { ...FULL, taken: 5, waiting: 0 }, 8, 'active', null],
])('%s', (_case, seating, capacity, status, outlook) => {
  expect(capacityOutlook(seating, { capacity, status })).toBe(outlook);
});

it('says that lowering below the seats taken disenrolls nobody', () => {
  expect(capacityOutlook(FULL, { capacity: 8, status: 'active' })).toBe(
    '10 patients have seats: with 8 the group will be 2 over capacity. Nobody loses a seat by that, and nobody moves up until enough have left.',
  );
});
