import { describe, expect, it } from 'vitest';
import { readSeatFacts } from './seat-facts.schema';
import { seatSentence } from './seat-sentence';

const NAMES = {
  patients: new Map([
    ['bob', 'Bob Ito'],
    ['eve', 'Eve Park'],
  ]),
  groups: new Map([['anger', 'Anger Management']]),
};

function said(action: string, metadata: unknown, who = 'Dana Reed') {
  return seatSentence({ action, facts: readSeatFacts(metadata), who, day: '2026-11-21' }, NAMES);
}

describe('how somebody came', () => {
  it('says from which day on only where it is another day', () => {
    expect(said('patient_enrolled', { starts_on: '2026-11-21' })).toBe('Enrolled by Dana Reed.');
    expect(said('patient_enrolled', { starts_on: '2026-12-01' })).toBe(
      'Enrolled by Dana Reed. On rosters from Dec 1, 2026.',
    );
    expect(said('patient_waitlisted', {})).toBe('Put on the waitlist, because the group was full, by Dana Reed.');
  });

  it('names the group from which and to which a transfer went', () => {
    expect(said('patient_enrolled', { transferred_from_group_id: 'anger' })).toBe(
      'Transferred from Anger Management to a seat here by Dana Reed.',
    );
    expect(said('patient_waitlisted', { transferred_from_group_id: 'gone' })).toBe(
      'Transferred from another group to a place on the waitlist here by Dana Reed.',
    );
    expect(said('patient_disenrolled', { transferred_to_group_id: 'anger', reason: 'closer to home' })).toBe(
      'Transferred to Anger Management by Dana Reed. Reason: closer to home',
    );
  });
});

describe('by which rule somebody moved up', () => {
  it.each([
    [
      { cause: { rule: 'seat_freed', by_enrollment_id: 'bob' } },
      'Moved up from the waitlist, because the seat of Bob Ito came free.',
    ],
    [{ cause: { rule: 'seat_freed' } }, 'Moved up from the waitlist, because the seat of another patient came free.'],
    [
      { cause: { rule: 'capacity_raised', from: 8, to: 10 } },
      'Moved up from the waitlist, because Dana Reed raised the capacity from 8 to 10.',
    ],
    [{ cause: { rule: 'by_hand' } }, 'Promoted to a seat by Dana Reed.'],
    [
      {
        cause: { rule: 'by_hand', reason: 'court order' },
        passed_over: [
          { enrollment_id: 'bob', why: 'by_hand' },
          { enrollment_id: 'eve', why: 'held' },
        ],
      },
      'Promoted to a seat by Dana Reed, out of turn. Reason: court order Passed over: Bob Ito, Eve Park (held back).',
    ],
    [
      { cause: { rule: 'hold_released', by_enrollment_id: 'bob' } },
      'Moved up from the waitlist: a seat was free when Dana Reed released somebody who was held back.',
    ],
    [{ cause: { rule: 'something_new' } }, 'Moved up from the waitlist (something new).'],
  ])('%j', (metadata, sentence) => {
    expect(said('patient_promoted', metadata)).toBe(sentence);
  });
});

describe('what happened on the waitlist', () => {
  it.each([
    [
      'waitlist_moved',
      { from_place: 3, to_place: 1, reason: 'urgent' },
      'Moved on the waitlist from place 3 to place 1 by the system. Reason: urgent',
    ],
    [
      'waitlist_held',
      { held_until: '2026-12-01', reason: 'on vacation' },
      'Held back on the waitlist until Dec 1, 2026 by the system. Reason: on vacation',
    ],
    ['waitlist_held', {}, 'Held back on the waitlist by the system.'],
    [
      'passed_over',
      { passed_over: [{ enrollment_id: 'bob', why: 'by_hand' }], reason: 'urgent' },
      'Passed over: Bob Ito was promoted out of turn by the system: urgent',
    ],
    [
      'passed_over',
      { passed_over: [{ enrollment_id: 'eve', why: 'held' }] },
      'Passed over, while held back: Eve Park got the seat.',
    ],
    [
      'passed_over',
      { passed_over: [{ enrollment_id: 'gone', why: 'entered' }] },
      'Passed over: another patient was enrolled on a free seat by the system.',
    ],
    ['waitlist_released', {}, 'No longer held back: released by the system.'],
    ['patient_disenrolled', { from_status: 'waitlisted' }, 'Taken off the waitlist by the system.'],
    [
      'patient_disenrolled',
      { from_status: 'enrolled', reason: 'moved away' },
      'Disenrolled by the system. Reason: moved away',
    ],
  ])('%s %j', (action, metadata, sentence) => {
    expect(said(action, metadata, 'the system')).toBe(sentence);
  });
});

it('leaves out what a later version writes differently', () => {
  expect(said('patient_enrolled', { starts_on: 7, passed_over: 'x' })).toBe('Enrolled by Dana Reed.');
  expect(said('patient_enrolled', null)).toBe('Enrolled by Dana Reed.');
  expect(said('seat_polished', {})).toBe('seat polished by Dana Reed.');
});
