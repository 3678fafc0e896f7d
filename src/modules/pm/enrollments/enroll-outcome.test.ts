import { expect, it } from 'vitest';
import { outcomesOf } from './enroll-outcome';

const MARIA = {
  id: 'm',
  first_name: 'Maria',
  last_name: 'Lopez',
  preferred_name: 'Mia',
  mrn: '1',
  date_of_birth: null,
};

it('tells of each patient in words, refusals first', () => {
  const outcomes = outcomesOf(
    [
      { patient_id: 'm', status: 'enrolled', placement: { kind: 'seat', seat: 2, capacity: 3 }, error: null },
      { patient_id: 'm', status: 'failed', placement: null, error: 'PATIENT_ALREADY_ENROLLED' },
      {
        patient_id: 'm',
        status: 'failed',
        placement: null,
        error: 'GROUP_AT_CAPACITY',
        detail: '"Anger" is full: 3 of 3 seats are taken.',
      },
      { patient_id: 'm', status: 'failed', placement: null, error: 'SOMETHING_NEW', detail: 'x of type uuid' },
    ],
    [MARIA],
  );
  expect(outcomes.map(({ enrolled, sentence }) => [enrolled, sentence])).toEqual([
    [false, 'Maria Lopez (Mia): This patient is already in the group or on its waitlist.'],
    [false, 'Maria Lopez (Mia): "Anger" is full: 3 of 3 seats are taken.'],
    [false, 'Maria Lopez (Mia): Something went wrong.'],
    [true, 'Maria Lopez (Mia) has seat 2 of 3.'],
  ]);
});
