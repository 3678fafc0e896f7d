import { expect, it } from 'vitest';
import { readUrlState } from '@/platform/query/url-state';
import { countFilters, isNarrowed, listState, NO_FILTERS, SORT_COLUMNS, sortColumns, withinRole } from './list-state';

const DEFAULTS = listState.parse({});

it('counts what narrows the list, and knows how to take it away', () => {
  const narrowed = listState.parse({
    type: 'iop,php',
    status: 'active',
    facilitator: 'none',
    period: 'AM',
    search: 'a',
    page: '3',
  });
  expect(countFilters(DEFAULTS)).toBe(0);
  expect(countFilters(narrowed)).toBe(4);
  expect({ ...narrowed, ...NO_FILTERS }).toEqual(DEFAULTS);
});

it.each([{ limit: '101' }, { limit: '0' }, { page: '0' }, { sort: 'deleted_at' }, { facilitator: 'x' }])(
  'refuses %j',
  (address) => expect(listState.safeParse(address).success).toBe(false),
);

it('orders and filters by nothing that the reader may not see', () => {
  expect(withinRole({ ...DEFAULTS, seats: 'over', sort: 'patient_count' }, false, true)).toEqual(DEFAULTS);
  expect(withinRole({ ...DEFAULTS, sort: 'next_session_at' }, true, false)).toEqual(DEFAULTS);
  expect(withinRole({ ...DEFAULTS, sort: 'status' }, false, false).sort).toBe('status');
  expect(sortColumns(true, true)).toEqual(SORT_COLUMNS);
  expect(sortColumns(false, false)).not.toContain('waitlist_count');
});

it('knows a search from no search', () => {
  expect(isNarrowed(DEFAULTS)).toBe(false);
  expect(isNarrowed({ ...DEFAULTS, search: 'dbt' })).toBe(true);
  expect(isNarrowed({ ...DEFAULTS, period: 'none' })).toBe(true);
  expect(isNarrowed({ ...DEFAULTS, sort: 'status', page: 2 })).toBe(false);
});

it('mends an address of nonsense and keeps what makes sense', () => {
  const address = new URLSearchParams(
    'period=NIGHT&seats=all&type=iop,magic&facilitator=1&sort=;drop&order=up&page=-3&limit=5000',
  );
  expect(readUrlState(listState, address)).toEqual({ ...DEFAULTS, type: ['iop'] });
});
