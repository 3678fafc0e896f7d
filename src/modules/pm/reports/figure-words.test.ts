import { expect, test } from 'vitest';
import { axisDates, hoursWords, percent, percentWords, weekWords } from './figure-words';

test('hours as people say them', () => {
  expect([0, 45, 60, 510, 1200, 72_000].map(hoursWords)).toEqual([
    ...['0 min', '45 min', '1 h', '8 h 30 min', '20 h', '1,200 h'],
  ]);
});

test('a share of nothing is not zero', () => {
  expect([percent(0, 0), percent(1, 3), percent(0, 5)]).toEqual([null, 33, 0]);
  expect([percentWords(null), percentWords(0)]).toEqual(['–', '0%']);
});

test('a week names its month once, unless it has two', () => {
  expect(weekWords('2026-11-16', '2026-11-22')).toBe('Nov 16 – 22');
  expect(weekWords('2026-11-30', '2026-12-06')).toBe('Nov 30 – Dec 6');
});

test('an axis names the year where its dates are of two', () => {
  expect(['2026-11-16', '2026-11-23'].map(axisDates(['2026-11-16', '2026-11-23']))).toEqual(['Nov 16', 'Nov 23']);
  expect(axisDates(['2025-11-17', '2026-11-16'])('2025-11-17')).toBe('Nov 17, 2025');
});
