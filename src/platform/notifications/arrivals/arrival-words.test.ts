import { expect, it } from 'vitest';
import { arrivalWords } from './arrival-words';

const NOW = new Date('2026-11-20T18:00:00Z');

function arrival(id: number, kind = 'patient_promoted') {
  const names = { group: { name: 'Morning Circle' }, patient: null, patient_id: 'mia', session: null };
  return { id, kind, payload: { rule: 'by_hand' }, ...names };
}

it('tells the one that came, and counts several', () => {
  expect(arrivalWords([arrival(5), arrival(4)], 4, NOW)).toBe(
    'New notification: A patient was given a seat in Morning Circle, from the waitlist.',
  );
  expect(arrivalWords([arrival(6), arrival(5), arrival(4)], 4, NOW)).toBe('2 new notifications.');
});

it('says nothing of what was there, nor of flagged answers, which have a toast', () => {
  expect(arrivalWords([arrival(4)], 4, NOW)).toBe('');
  expect(arrivalWords([arrival(5, 'response_flagged'), arrival(4)], 4, NOW)).toBe('');
});
