import { expect, it } from 'vitest';
import { nameWords } from './name-words';

it('names some, and counts the rest', () => {
  expect(nameWords([], 'disjunction')).toBe('');
  expect(nameWords(['Ana', 'Ben'], 'disjunction')).toBe('Ana or Ben');
  expect(nameWords(['A', 'B', 'C', 'D', 'E'], 'conjunction')).toBe('A, B, C, D, and E');
  expect(nameWords(['A', 'B', 'C', 'D', 'E', 'F'], 'disjunction')).toBe('A, B, C, D, or 2 others');
});
