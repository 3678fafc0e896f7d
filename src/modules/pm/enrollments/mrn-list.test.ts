import { expect, it } from 'vitest';
import { pastedSentence, readMrns } from './mrn-list';

it('reads one MRN a line, from a spreadsheet too', () => {
  expect(readMrns('A-1\r\nA-2\tDiaz\tAna\n\n  A-3  \rA-1\n')).toEqual(['A-1', 'A-2', 'A-3']);
  expect(readMrns('\n \t\n')).toEqual([]);
});

it('names whom it did not find', () => {
  expect(pastedSentence({ chosen: 3, present: 0, unknown: [], tooMany: 0 })).toBe('3 chosen.');
  expect(pastedSentence({ chosen: 0, present: 1, unknown: ['A-9'], tooMany: 2 })).toBe(
    '0 chosen. 1 is in the group or on the list already. 2 did not fit on the list: enroll these first, then paste again. No patient has this MRN: A-9.',
  );
});
