import { expect, it } from 'vitest';
import { searchCondition } from './search-pattern';

it.each([
  ['anger', '"anger"'],
  ['Men’s, group', '"Men’s, group"'],
  ['50% off_', '"50% off_"'],
  ['"quoted"', '"\\"quoted\\""'],
  ['a.*(b)|c', '"a[.][*][(]b[)][|]c"'],
  ['[x]{2}$+?', '"[[]x][{]2[}][$][+][?]"'],
  ['back\\slash^', '"back.slash."'],
  ['nul\0l', '"null"'],
])('%s is searched literally', (words, pattern) => {
  expect(searchCondition(words)).toBe(
    `name.imatch.${pattern},group_code.imatch.${pattern},description.imatch.${pattern}`,
  );
});
