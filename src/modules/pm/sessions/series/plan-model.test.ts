import { describe, expect, it } from 'vitest';
import type { SeriesConflict } from './api/series-conflict';
import {
  countsSentence,
  dateChanges,
  datesToCheck,
  type Mends,
  planCounts,
  plannedDates,
  withMend,
} from './plan-model';

const DATES = ['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'];
const NOTHING = { session_id: null, group_name: null, starts_at: null, ends_at: null };
const TAKEN: SeriesConflict = {
  ...NOTHING,
  kind: 'location',
  resource: 'Juniper',
  detail: 'Juniper is already taken.',
};
const CLOSED: SeriesConflict = {
  ...NOTHING,
  kind: 'closed_day',
  resource: 'Solstice',
  detail: 'The clinic is closed.',
};
const MENDS: Mends = { '2026-12-08': { skip: true }, '2026-12-15': { location: 'Cedar' } };

describe('plannedDates', () => {
  it('tells free, taken, closed and left out dates apart', () => {
    const preview = { '2026-11-24': [], '2026-12-01': [TAKEN], '2026-12-15': [], '2026-12-22': [TAKEN, CLOSED] };
    const planned = plannedDates(DATES, [], MENDS, preview);
    expect(planned.map(({ state }) => state)).toEqual(['free', 'conflict', 'skipped', 'free', 'closed']);
    expect(planCounts(planned)).toEqual({ all: 5, free: 2, conflicts: 1, skipped: 2, checking: 0 });
  });

  it('waits for the answer of what is not checked yet', () => {
    expect(plannedDates(DATES, [], MENDS, undefined).map(({ state }) => state)).toEqual([
      'checking',
      'checking',
      'skipped',
      'checking',
      'checking',
    ]);
  });

  it('leaves out what EXDATE names, unless it is kept by hand', () => {
    const mends = { '2026-12-01': { skip: false } };
    expect(datesToCheck(DATES.slice(0, 3), ['2026-11-24', '2026-12-01'], mends)).toEqual(['2026-12-01', '2026-12-08']);
  });
});

it('tells the server what was mended, of the dates that are sent only', () => {
  const mends = { ...MENDS, '2026-12-22': { skip: false, on_closed_day: true as const } };
  expect(dateChanges(DATES, mends)).toEqual([
    { session_date: '2026-12-15', location: 'Cedar' },
    { session_date: '2026-12-22', on_closed_day: true },
  ]);
  expect(dateChanges(['2026-11-24'], mends)).toEqual([]);
});

it.each([
  [{ all: 10, free: 7, conflicts: 2, skipped: 1, checking: 0 }, '10 sessions, 2 conflicts, 1 skipped'],
  [{ all: 1, free: 1, conflicts: 0, skipped: 0, checking: 0 }, '1 session, no conflicts'],
  [{ all: 2, free: 1, conflicts: 1, skipped: 0, checking: 0 }, '2 sessions, 1 conflict'],
])('sums up %j', (counts, sentence) => expect(countsSentence(counts)).toBe(sentence));

it('forgets a mend that says nothing any more', () => {
  expect(withMend(MENDS, '2026-12-08', {})).toEqual({ '2026-12-15': { location: 'Cedar' } });
  expect(withMend({}, '2026-12-08', { skip: true })).toEqual({ '2026-12-08': { skip: true } });
});
