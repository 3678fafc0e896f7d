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
