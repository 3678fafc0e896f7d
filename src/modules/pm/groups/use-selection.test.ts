import { expect, it } from 'vitest';
import { toggled } from './use-selection';

it('ticks one, ticks what is missing of a page, and takes a whole page away', () => {
  const one = toggled(new Set(), ['a']);
  expect([...one]).toEqual(['a']);
  expect([...toggled(one, ['a', 'b'])]).toEqual(['a', 'b']);
  expect([...toggled(new Set(['a', 'b', 'x']), ['a', 'b'])]).toEqual(['x']);
  expect([...one]).toEqual(['a']);
});
