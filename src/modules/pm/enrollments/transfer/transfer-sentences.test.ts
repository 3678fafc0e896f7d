import { expect, it } from 'vitest';
import { seatsThere, transferLabel, transferredSentence } from './transfer-sentences';

it('tells what a group offers', () => {
  expect(seatsThere({ free: 3, capacity: 10, waiting: 0 })).toBe('3 of 10 seats free');
  expect(seatsThere({ free: 1, capacity: 1, waiting: 2 })).toBe('1 of 1 seat free, 2 waiting');
  expect(seatsThere({ free: 0, capacity: 10, waiting: 2 })).toBe('Full, 2 waiting');
  expect(seatsThere({ free: 0, capacity: 10, waiting: 0 })).toBe('Full, nobody waiting yet');
});

it('tells where the patient is now, and who moved up here', () => {
  const done = { name: 'Ana Diaz', groupName: 'Anger', status: 'enrolled', placement: null, promotedName: null };
  expect(transferredSentence(done)).toBe('Ana Diaz was transferred to Anger: a seat.');
  expect(
    transferredSentence({ ...done, placement: { kind: 'seat', seat: 4, capacity: 8 }, promotedName: 'Ben Ito' }),
  ).toBe('Ana Diaz was transferred to Anger: seat 4 of 8. Ben Ito moved up from the waitlist here.');
  expect(transferredSentence({ ...done, status: 'waitlisted', placement: { kind: 'waitlist', place: 2 } })).toBe(
    'Ana Diaz was transferred to Anger: waitlist, place 2.',
  );
});

it('names on the button what will happen', () => {
  expect([transferLabel(false, 'stay'), transferLabel(true, 'stay'), transferLabel(true, 'leave')]).toEqual([
    'Transfer',
    'Put on the waitlist there',
    'Transfer to the waitlist',
  ]);
});
