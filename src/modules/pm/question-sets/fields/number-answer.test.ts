import { expect, it } from 'vitest';
import { numberAnswer } from './number-answer';

it.each([
  ['', undefined],
  ['  ', undefined],
  ['7', 7],
  ['7.', 7],
  ['7,5', 7.5],
  [' 7.50 ', 7.5],
  ['-3', -3],
  ['.5', 0.5],
  ['-', '-'],
  ['seven', 'seven'],
  ['1e5', '1e5'],
  ['0x10', '0x10'],
  ['1,000.5', '1,000.5'],
])('%j is read as %j', (typed, answer) => {
  expect(numberAnswer(typed)).toBe(answer);
});
