import { describe, expect, it } from 'vitest';
import { patientSchema } from './patient.schema';
import { payloadFrom, valuesFromAddress } from './patient-model';

const schema = patientSchema('2026-11-21');
const FILLED = {
  mrn: ' R-1 ',
  first_name: 'Majo',
  last_name: 'Núñez',
  preferred_name: '',
  date_of_birth: '3/14/1985',
  phone: '',
  email: '',
  status: 'active' as const,
  notes: '',
};

function problems(changes: Partial<typeof FILLED>): string[] {
  const parsed = schema.safeParse({ ...FILLED, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

describe('patientSchema', () => {
  it('becomes what the database takes', () => {
    expect(payloadFrom(schema.parse(FILLED))).toEqual({
      mrn: 'R-1',
      first_name: 'Majo',
      last_name: 'Núñez',
      preferred_name: null,
      date_of_birth: '1985-03-14',
      phone: null,
      email: null,
      status: 'active',
      notes: null,
    });
  });

  it.each([
    ['mrn', { mrn: '  ' }],
    ['mrn', { mrn: 'x'.repeat(51) }],
    ['first_name', { first_name: '' }],
    ['last_name', { last_name: 'x'.repeat(101) }],
    ['date_of_birth', { date_of_birth: 'soon' }],
    ['date_of_birth', { date_of_birth: '11/22/2026' }],
    ['date_of_birth', { date_of_birth: '12/31/1899' }],
    ['phone', { phone: '5'.repeat(41) }],
    ['email', { email: 'majo' }],
    ['email', { email: 'a b@c' }],
  ])('refuses a wrong %s', (field, changes) => {
    expect(problems(changes)).toEqual([field]);
  });

  it('takes a record without a date of birth, and names in any script', () => {
    expect(problems({ date_of_birth: '', first_name: '健太', last_name: 'عبد الله' })).toEqual([]);
  });
});

describe('valuesFromAddress', () => {
  it.each([
    ['first_name=Ana&last_name=Ruiz', 'Ana', 'Ruiz'],
    ['name=Mary+Ann+Two', 'Mary Ann', 'Two'],
    ['name=maj', 'maj', ''],
    ['name=R-1001', '', ''],
    ['', '', ''],
  ])('takes names from "%s"', (query, first, last) => {
    const values = valuesFromAddress(new URLSearchParams(query));
    expect([values.first_name, values.last_name]).toEqual([first, last]);
  });
});
