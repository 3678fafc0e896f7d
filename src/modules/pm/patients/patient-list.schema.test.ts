import { expect, it } from 'vitest';
import { PATIENT_SORTS, sortColumns } from './patient-list.schema';

it.each(PATIENT_SORTS)('sorts by %s without repeating namesakes across pages', (sort) => {
  expect(sortColumns(sort).at(-1)?.column).toBe('id');
});

it('turns a sort around', () => {
  expect(sortColumns('-mrn')[0]).toEqual({ column: 'mrn', ascending: false });
  expect(sortColumns('name')[0]).toEqual({ column: 'last_name', ascending: true });
});
