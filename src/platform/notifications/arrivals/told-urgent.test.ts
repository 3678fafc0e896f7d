import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeUntold } from './told-urgent';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

const untold = (ids: number[], whose = 'ann.clinic') =>
  takeUntold(
    ids.map((id) => ({ id })),
    whose,
  ).map(({ id }) => id);

it('tells of each flagged answer once, for each person and organization', () => {
  expect(untold([7, 5])).toEqual([7, 5]);
  expect(untold([7, 5])).toEqual([]);
  expect(untold([9, 7])).toEqual([9]);
  expect(untold([])).toEqual([]);
  expect(untold([9, 7], 'ann.other')).toEqual([9, 7]);
});
