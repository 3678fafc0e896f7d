import { expect, it } from 'vitest';
import { likenessOf, similarTitle } from './likeness';

const TODAY = '2026-11-21';
const EMPTY = { first_name: '', last_name: '', date_of_birth: '', mrn: '' };

it.each([
  [{}, null],
  [{ first_name: 'Ana', last_name: 'Lopez' }, null],
  [{ first_name: 'Ana', date_of_birth: '3/14/1985' }, null],
  [{ first_name: 'Ana', last_name: 'Lopez', date_of_birth: '3/14/' }, null],
  [
    { first_name: ' Ana ', last_name: 'Lopez', date_of_birth: '3/14/1985' },
    { firstName: 'Ana', lastName: 'Lopez', dateOfBirth: '1985-03-14', mrn: '', exceptId: null },
  ],
  [{ mrn: ' 7 ' }, { firstName: '', lastName: '', dateOfBirth: null, mrn: '7', exceptId: null }],
])('knows enough of %o: %o', (values, expected) => {
  expect(likenessOf({ ...EMPTY, ...values }, TODAY, null)).toEqual(expected);
});

it('tells what is refused from what is merely alike', () => {
  const alike = { reason: 'same_birth_date' as const, is_deleted: false };
  const taken = { reason: 'same_mrn' as const, is_deleted: false };
  expect(similarTitle([alike])).toBe('Is this the same person?');
  expect(similarTitle([alike, alike])).toBe('Is one of these the same person?');
  expect(similarTitle([taken, alike])).toBe('The MRN is taken');
  expect(similarTitle([{ ...taken, is_deleted: true }])).toBe('The MRN belongs to a deleted record');
});
