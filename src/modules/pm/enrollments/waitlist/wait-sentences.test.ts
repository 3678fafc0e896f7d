import { describe, expect, it } from 'vitest';
import { waitOf } from '../roster.fixture';
import { outOfTurnSentence } from './out-of-turn-sentence';
import { outlookSentence, passedOverSentence, releasedSentence, waitedWords, whySentence } from './wait-sentences';

const ZONE = 'America/Phoenix';

it('counts the days of a wait on the organization’s calendar', () => {
  expect(waitedWords('2026-11-21T06:59:00Z', ZONE, '2026-11-21')).toBe('1 day');
  expect(waitedWords('2026-11-21T07:01:00Z', ZONE, '2026-11-21')).toBe('today');
  expect(waitedWords('2026-11-09 17:00:00+00', ZONE, '2026-11-21')).toBe('12 days');
});

describe('why somebody has no seat', () => {
  const names = { timezone: ZONE, holder: undefined };

  it.each([
    ['full', 0, 'Next in line: gets the next seat that comes free.'],
    ['behind', 1, 'Behind 1 other.'],
    ['behind', 2, 'Behind 2 others.'],
    ['over_capacity', 0, 'The group has more patients than seats, so nobody moves up.'],
    ['group_not_active', 0, 'The group is not active, so nobody moves up.'],
    ['seat_free', 0, 'A seat is free: promote to give it.'],
    ['seat_free', 2, 'A seat is free: promote to give it. Behind 2 others.'],
    ['something_new', 0, 'Waiting for a seat.'],
  ])('%s', (reason, ahead, sentence) => {
    expect(whySentence(waitOf({ reason, ahead }), names)).toBe(sentence);
  });

  it('says who held somebody back, since and until when, and why', () => {
    const held = waitOf({ reason: 'held', is_held: true, held_since: '2026-11-03T18:00:00Z' });
    expect(whySentence(held, names)).toBe('Held back since Nov 3, 2026.');
    expect(
      whySentence({ ...held, held_until: '2026-12-01', hold_reason: 'on vacation' }, { ...names, holder: 'Dana Reed' }),
    ).toBe('Held back by Dana Reed since Nov 3, 2026, until Dec 1, 2026: on vacation');
  });
});

describe('who got a seat first', () => {
  const names = { timezone: ZONE, nameOf: () => 'Ana Diaz', performerOf: () => 'Dana Reed' };
  const time = { at: '2026-11-12T18:00:00Z', patient_id: 'a', performed_by: 'd', why: 'by_hand', reason: 'urgent' };

  it.each([
    [[], null],
    [[time], 'Passed over on Nov 12, 2026: Ana Diaz was promoted out of turn by Dana Reed: urgent'],
    [[{ ...time, reason: null }], 'Passed over on Nov 12, 2026: Ana Diaz was promoted out of turn by Dana Reed.'],
    [
      [{ ...time, why: 'held' }, time],
      'Passed over on Nov 12, 2026 (and once before), while held back: Ana Diaz got the seat.',
    ],
    [
      [{ ...time, why: 'entered' }, time, time],
      'Passed over on Nov 12, 2026 (and 2 times before): Ana Diaz was enrolled on a free seat by Dana Reed.',
    ],
  ])('%j', (passed_over, sentence) => {
    expect(passedOverSentence(waitOf({ passed_over }), names)).toBe(sentence);
  });
});

describe('outlookSentence', () => {
  const outlook = {
    max_capacity: 10,
    seats_taken: 10,
    seats_free: 0,
    waiting: 2,
    held: 0,
    seats_freed_90_days: 3,
    promoted_90_days: 2,
    last_seat_freed_at: '2026-11-12T18:00:00Z',
    median_days_waited: 8.6,
  };

  it('tells how fast seats come free', () => {
    expect(outlookSentence(outlook, ZONE)).toBe(
      '3 seats came free in the last 90 days, the last one on Nov 12, 2026. Those who moved up had waited about 9 days.',
    );
    expect(outlookSentence({ ...outlook, seats_freed_90_days: 1, median_days_waited: null }, ZONE)).toBe(
      '1 seat came free in the last 90 days, the last one on Nov 12, 2026.',
    );
    expect(outlookSentence({ ...outlook, median_days_waited: 0.2 }, ZONE)).toContain('less than a day');
    expect(outlookSentence({ ...outlook, seats_freed_90_days: 0 }, ZONE)).toBe(
      'No seat came free in the last 90 days.',
    );
  });
});

it('names whom a promotion passes over', () => {
  expect(outOfTurnSentence('Ana', ['Ben'], false)).toBe('Out of turn: passes over Ben.');
  expect(outOfTurnSentence('Ana', ['Ben', 'Cy'], true)).toBe(
    'Out of turn: passes over Ben and Cy. Ana is held back; a seat ends that.',
  );
  expect(outOfTurnSentence('Ana', ['B', 'C', 'D', 'E', 'F'], false)).toBe(
    'Out of turn: passes over B, C, D and 2 more.',
  );
  expect(outOfTurnSentence('Ana', [], true)).toBe('Ana is held back; a seat ends that.');
});

it('names who has the seat that was free when somebody was released', () => {
  expect(releasedSentence('Ana', 'a', null)).toBe('Ana is no longer held back.');
  expect(releasedSentence('Ana', 'a', { patientId: 'a', name: 'Ana' })).toBe(
    'Ana is no longer held back and has the free seat.',
  );
  expect(releasedSentence('Ana', 'a', { patientId: 'b', name: 'Ben' })).toBe(
    'Ana is no longer held back. Ben moved up from the waitlist.',
  );
});
