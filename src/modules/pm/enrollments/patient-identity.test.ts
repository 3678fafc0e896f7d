import { expect, it } from 'vitest';
import { patientName } from './patient-identity';

const MARIA = { first_name: 'Maria', last_name: 'Lopez', preferred_name: null };

it.each([
  [MARIA, 'Maria Lopez'],
  [{ ...MARIA, preferred_name: 'Mia' }, 'Maria Lopez (Mia)'],
  [{ ...MARIA, preferred_name: 'Maria' }, 'Maria Lopez'],
  [null, 'Patient record not available'],
])('names a patient', (patient, name) => {
  expect(patientName(patient)).toBe(name);
});
