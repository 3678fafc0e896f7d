import { describe, expect, it } from 'vitest';
import { rosterOf } from './roster.fixture';
import {
  bulkSentence,
  departureSentence,
  disenrolledSentence,
  enrolledSentence,
  freeWhileWaitingSentence,
  nextSentence,
  overCapacitySentence,
  placementSentence,
  restoredSentence,
  seatsFreedSentence,
  underMinimumSentence,
} from './sentences';

const SEAT = { kind: 'seat', seat: 8, capacity: 10 } as const;
const PLACE = { kind: 'waitlist', place: 1 } as const;

describe('the answer to enrolling', () => {
  it('names seat or place', () => {
    expect(placementSentence('Maria Lopez', SEAT)).toBe('Maria Lopez has seat 8 of 10.');
    expect(placementSentence('Maria Lopez', PLACE)).toBe('Maria Lopez is on the waitlist, place 1.');
  });

  it('does without the number when the roster could not be read', () => {
    expect(enrolledSentence('Maria Lopez', 'enrolled', null)).toBe('Maria Lopez has a seat.');
    expect(enrolledSentence('Maria Lopez', 'waitlisted', null)).toBe('Maria Lopez is on the waitlist.');
  });

  it('sums up many', () => {
    expect(bulkSentence({ assigned: 3, waitlisted: 1, failed: 1 })).toBe(
      '3 enrolled, 1 on the waitlist, 1 not enrolled.',
    );
    expect(bulkSentence({ assigned: 0, waitlisted: 0, failed: 2 })).toBe('2 not enrolled.');
  });

  it('says how fast seats come free', () => {
    expect(seatsFreedSentence({ seats_freed_90_days: 0 })).toBe('No seat came free in the last 90 days.');
    expect(seatsFreedSentence({ seats_freed_90_days: 1 })).toBe('1 seat came free in the last 90 days.');
    expect(seatsFreedSentence({ seats_freed_90_days: 3 })).toBe('3 seats came free in the last 90 days.');
  });

  it('says before what the next patient would get', () => {
    expect(nextSentence(rosterOf({ taken: 7, capacity: 10 }), SEAT)).toBe('The next patient gets seat 8 of 10.');
    expect(nextSentence(rosterOf({ taken: 10, capacity: 10 }), PLACE)).toContain('The group is full');
    expect(nextSentence(rosterOf({ taken: 11, capacity: 10 }), PLACE)).toContain('The group is over capacity');
    expect(nextSentence(rosterOf({ taken: 1, capacity: 10, status: 'inactive' }), SEAT)).toContain('takes no patients');
  });
});

describe('departureSentence', () => {
  it.each([
    [rosterOf({ taken: 2, waiting: 1, capacity: 2 }), 'Ben Ito0 is next on the waitlist and gets the seat.'],
    [rosterOf({ taken: 2, capacity: 2 }), 'The seat becomes free.'],
    [rosterOf({ taken: 2, waiting: 2, held: [0], capacity: 2 }), 'Ben Ito1 is next on the waitlist and gets the seat.'],
    [
      rosterOf({ taken: 2, waiting: 1, held: [0], capacity: 2 }),
      'Everybody on the waitlist is held back, so the seat becomes free.',
    ],
    [rosterOf({ taken: 3, waiting: 1, capacity: 2 }), 'The group has more patients than seats, so nobody moves up.'],
    [
      rosterOf({ taken: 2, waiting: 1, capacity: 2, status: 'inactive' }),
      'The group is not active, so nobody moves up from the waitlist.',
    ],
  ])('tells who gets the seat', (present, sentence) => {
    const [leaving] = present.enrolled;
    expect(leaving && departureSentence(present, leaving)).toBe(sentence);
  });

  it('tells of the waitlist when somebody leaves it', () => {
    const present = rosterOf({ taken: 2, waiting: 2, capacity: 2 });
    const [leaving] = present.waiting;
    expect(leaving && departureSentence(present, leaving)).toBe('Those behind move up by one place.');
    const last = present.waiting.at(-1);
    expect(last && departureSentence(present, last)).toBe('Nobody waits behind.');
  });
});

describe('disenrolledSentence', () => {
  it('names who moved up', () => {
    expect(disenrolledSentence({ name: 'Ana Diaz', hadSeat: true, promotedName: 'Ben Ito' })).toBe(
      'Ana Diaz was disenrolled. Ben Ito moved up from the waitlist.',
    );
    expect(disenrolledSentence({ name: 'Ana Diaz', hadSeat: true, promotedName: null })).toBe(
      'Ana Diaz was disenrolled.',
    );
    expect(disenrolledSentence({ name: 'Ana Diaz', hadSeat: false, promotedName: null })).toBe(
      'Ana Diaz was taken off the waitlist.',
    );
  });
});

describe('restoredSentence', () => {
  it('tells when somebody came back to the waitlist', () => {
    expect(restoredSentence('Ana', 'enrolled', SEAT)).toBe('Ana is back on seat 8 of 10.');
    expect(restoredSentence('Ana', 'waitlisted', PLACE)).toBe('Ana is back, at the end of the waitlist: place 1.');
    expect(restoredSentence('Ana', 'waitlisted', null)).toBe('Ana is back, on the waitlist.');
    expect(restoredSentence('Ana', 'disenrolled', null)).toBe('The entry of Ana is back.');
  });
});

describe('what is out of the ordinary', () => {
  it('explains over capacity, and only that', () => {
    expect(overCapacitySentence(rosterOf({ taken: 10, capacity: 10 }))).toBeNull();
    expect(overCapacitySentence(rosterOf({ taken: 11, capacity: 10 }))).toBe(
      '1 patient more than the group has seats for. Nobody loses a seat by that.',
    );
    expect(overCapacitySentence(rosterOf({ taken: 12, waiting: 1, capacity: 10 }))).toContain(
      'until fewer than 10 are enrolled',
    );
  });

  it('explains why somebody waits beside free seats', () => {
    expect(freeWhileWaitingSentence(rosterOf({ taken: 1, waiting: 2, capacity: 3 }))).toBe(
      '2 seats are free while 2 patients wait. Promote whoever should have them.',
    );
    expect(freeWhileWaitingSentence(rosterOf({ taken: 2, waiting: 1, capacity: 3, status: 'inactive' }))).toContain(
      'not active promotes nobody',
    );
    expect(freeWhileWaitingSentence(rosterOf({ taken: 3, waiting: 1, capacity: 3 }))).toBeNull();
    expect(freeWhileWaitingSentence(rosterOf({ taken: 1, capacity: 3 }))).toBeNull();
  });

  it('counts what an active group lacks', () => {
    expect(underMinimumSentence(rosterOf({ taken: 3, capacity: 10, minimum: 5 }))).toBe(
      'Sessions need 5 patients: 2 more.',
    );
    expect(underMinimumSentence(rosterOf({ taken: 5, capacity: 10, minimum: 5 }))).toBeNull();
    expect(underMinimumSentence(rosterOf({ taken: 0, capacity: 10 }))).toBeNull();
    expect(underMinimumSentence(rosterOf({ taken: 0, capacity: 10, minimum: 5, status: 'completed' }))).toBeNull();
  });
});
