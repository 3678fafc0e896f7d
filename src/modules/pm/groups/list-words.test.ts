import { expect, it } from 'vitest';
import { listWords } from './list-words';

it('lists names', () => {
  expect([[], ['Ben'], ['Ben', 'Ana'], ['Ben', 'Ana', 'Olu']].map(listWords)).toEqual([
    '',
    'Ben',
    'Ben and Ana',
    'Ben, Ana and Olu',
  ]);
});
