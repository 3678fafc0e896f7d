import { expect, test } from 'vitest';
import { evenTicks, lineEnds, percentTop } from './line-ends';

test('a line ends at its last value, wherever that is', () => {
  const ends = lineEnds([
    { name: 'long', values: [1, 100, 90] },
    { name: 'short', values: [20, 10, null] },
    { name: 'none', values: [null, null, null] },
  ]);
  expect([...ends]).toEqual([
    ['long', { index: 2, value: 90, shift: 0 }],
    ['short', { index: 1, value: 10, shift: 0 }],
  ]);
});

test('ends at one height are written apart, the higher one above', () => {
  const ends = lineEnds([
    { name: 'lower', values: [100, 90] },
    { name: 'upper', values: [100, 92] },
  ]);
  expect([ends.get('lower')?.shift, ends.get('upper')?.shift]).toEqual([8, -8]);
});

test('an axis is written in equal steps of whole numbers, its top included', () => {
  expect([100, 21, 27, 10, 7].map(evenTicks)).toEqual([
    [0, 25, 50, 75, 100],
    [0, 7, 14, 21],
    [0, 9, 18, 27],
    [0, 5, 10],
    [0, 7],
  ]);
});

test('an axis of percents ends at 100, or where groups were over capacity above it in steps that divide', () => {
  expect([[], [40], [100], [113, 20], [121]].map(percentTop)).toEqual([100, 100, 100, 120, 140]);
});
