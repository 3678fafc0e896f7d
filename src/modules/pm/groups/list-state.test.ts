import { expect, it } from 'vitest';
import { countFilters, listState, NO_FILTERS, withoutSeats } from './list-state';

const DEFAULTS = listState.parse({});

it('counts what narrows the list, and knows how to take it away', () => {
  const narrowed = listState.parse({ type: 'iop,php', status: 'active', facilitator: 'none', search: 'a', page: '3' });
  expect(countFilters(DEFAULTS)).toBe(0);
  expect(countFilters(narrowed)).toBe(3);
  expect({ ...narrowed, ...NO_FILTERS }).toEqual(DEFAULTS);
});

it.each([{ limit: '101' }, { limit: '0' }, { page: '0' }, { sort: 'deleted_at' }, { facilitator: 'x' }])(
  'refuses %j',
  (address) => expect(listState.safeParse(address).success).toBe(false),
);

it('orders and filters by nothing that the reader may not see', () => {
  expect(withoutSeats({ ...DEFAULTS, seats: 'over', sort: 'patient_count' })).toEqual(DEFAULTS);
  expect(withoutSeats({ ...DEFAULTS, sort: 'status' }).sort).toBe('status');
});
