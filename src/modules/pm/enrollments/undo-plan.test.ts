import { describe, expect, it } from 'vitest';
import { rosterOf, waitOf } from './roster.fixture';
import { type GivenUp, undoPlan } from './undo-plan';

const ENTRY = {
  id: 'old',
  status: 'enrolled',
  patient_id: 'carlos',
  starts_on: '2026-11-01',
  waitlist_position: null,
  enrolled_at: null,
  waitlisted_at: null,
  patient: {
    id: 'carlos',
    first_name: 'Carlos',
    last_name: 'Ruiz',
    preferred_name: null,
    mrn: '7',
    date_of_birth: null,
    phone: null,
  },
};
const SEAT: GivenUp = { entry: ENTRY, waited: null, promoted: null };
const PLACE: GivenUp = { entry: ENTRY, waited: { place: 2, wait: waitOf() }, promoted: null };

describe('a seat that was given up', () => {
  it('is taken again at once while it is free', () => {
    expect(undoPlan(rosterOf({ taken: 1, capacity: 2 }), SEAT)).toEqual({ kind: 'seat' });
  });

  it('names who has it now, and where the patient would go', () => {
    const promoted = { patientId: 'enrolled-1', name: 'Ana Diaz' };
    expect(undoPlan(rosterOf({ taken: 2, waiting: 3, capacity: 2 }), { ...SEAT, promoted })).toMatchObject({
      kind: 'ask',
      question: 'Ana Diaz has the seat now. Carlos Ruiz would go to the waitlist, place 4.',
    });
  });

  it('tells the truth when somebody else took it since then', () => {
    expect(undoPlan(rosterOf({ taken: 2, capacity: 2 }), SEAT)).toMatchObject({
      question: 'The seat was taken meanwhile. Carlos Ruiz would go to the waitlist, place 1.',
    });
    const promoted = { patientId: 'has-left-again', name: 'Ana Diaz' };
    expect(undoPlan(rosterOf({ taken: 2, capacity: 2 }), { ...SEAT, promoted })).toMatchObject({
      question: 'The seat was taken meanwhile. Carlos Ruiz would go to the waitlist, place 1.',
    });
  });
});

describe('a place that was given up', () => {
  it('is restored, at the end when the waitlist is shorter now', () => {
    expect(undoPlan(rosterOf({ taken: 2, waiting: 3, capacity: 2 }), PLACE)).toEqual({ kind: 'place', place: 2 });
    expect(undoPlan(rosterOf({ taken: 2, waiting: 0, capacity: 2 }), PLACE)).toEqual({ kind: 'place', place: 1 });
  });

  it('asks when enrolling would give a seat instead', () => {
    expect(undoPlan(rosterOf({ taken: 1, waiting: 1, capacity: 2 }), PLACE)).toMatchObject({
      question:
        'A seat is free now. Enrolling Carlos Ruiz again gives a seat, not the old place, before those who wait.',
    });
    expect(undoPlan(rosterOf({ taken: 1, waiting: 1, held: [0], capacity: 2 }), PLACE)).toMatchObject({
      question: 'A seat is free now. Enrolling Carlos Ruiz again gives a seat, not the old place.',
    });
  });
});
