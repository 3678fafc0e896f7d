import { expect, it } from 'vitest';
import { containsCondition } from './contains-condition';

it.each([
  ['anger', 'name.imatch."anger",group_code.imatch."anger"'],
  ['50% off*', 'name.imatch."50% off[*]",group_code.imatch."50% off[*]"'],
  ['a,b)("c"', 'name.imatch."a,b[)][(]\\"c\\"",group_code.imatch."a,b[)][(]\\"c\\""'],
  ['x\\y^z', 'name.imatch."x.y.z",group_code.imatch."x.y.z"'],
])('finds %j as it is written', (words, condition) => {
  expect(containsCondition(['name', 'group_code'], words)).toBe(condition);
});

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
  expect(containsCondition(['name', 'group_code', 'description'], words)).toBe(
    `name.imatch.${pattern},group_code.imatch.${pattern},description.imatch.${pattern}`,
  );
});
