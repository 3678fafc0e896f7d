import { expect, it } from 'vitest';
import { readListSearch } from './list-search';

it.each([
  ['', { kind: 'all' }],
  ['   ', { kind: 'all' }],
  ['lo', { kind: 'short', words: 'lo' }],
  ['l o', { kind: 'short', words: 'l o' }],
  [' 7 ', { kind: 'short', words: '7' }],
  ['lop', { kind: 'words', words: 'lop' }],
  ['김', { kind: 'short', words: '김' }],
  ['김민', { kind: 'words', words: '김민' }],
  ['李明', { kind: 'words', words: '李明' }],
  ['602 555', { kind: 'words', words: '602 555' }],
  ['602-555-0100', { kind: 'words', words: '602-555-0100' }],
  ['03141985', { kind: 'words', words: '03141985' }],
  ['3/14/1985', { kind: 'birth-date', date: '1985-03-14', words: '3/14/1985' }],
  ['1985-03-14', { kind: 'birth-date', date: '1985-03-14', words: '1985-03-14' }],
  ['March 14, 1985', { kind: 'birth-date', date: '1985-03-14', words: 'March 14, 1985' }],
  ['MRN-1001', { kind: 'words', words: 'MRN-1001' }],
])('"%s"', (search, expected) => {
  expect(readListSearch(search, '2026-11-21')).toEqual(expected);
});
