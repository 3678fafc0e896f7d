import { expect, it } from 'vitest';
import { versionsOf } from './version-chain';

const version = (id: string, version: number, previous_version_id: string | null) => ({
  id,
  version,
  previous_version_id,
});
const ALL = [
  version('b2', 2, 'b1'),
  version('a3', 3, 'a2'),
  version('a1', 1, null),
  version('a2', 2, 'a1'),
  version('b1', 1, null),
];

it.each(['a1', 'a2', 'a3'])('finds all versions from %s, latest first', (id) => {
  expect(versionsOf(ALL, id).map((each) => each.id)).toEqual(['a3', 'a2', 'a1']);
});

it('finds none for a set that is not among them, and ends where an earlier version is gone', () => {
  expect(versionsOf(ALL, 'c1')).toEqual([]);
  expect(versionsOf([version('d2', 2, 'd1')], 'd2').map((each) => each.id)).toEqual(['d2']);
});
