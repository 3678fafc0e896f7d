import { expect, it } from 'vitest';
import { sessionClock } from './session-clock';

const session = {
  status: 'active',
  starts_at: '2026-11-21 10:00:00+00',
  ends_at: '2026-11-21 11:30:00+00',
  started_at: '2026-11-21 10:02:00+00',
  completed_at: null,
};
const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);

it.each([
  ['active', '10:34', '32 min in, 56 min left'],
  ['active', '10:02', 'just started, 1 h 28 min left'],
  ['active', '11:38', '1 h 36 min in, 8 min over'],
  ['scheduled', '09:35', 'starts in 25 min'],
  ['scheduled', '10:00', 'starts in 0 min'],
  ['scheduled', '10:05', 'should have started 5 min ago'],
  ['cancelled', '10:05', null],
])('%s at %s', (status, time, words) => {
  expect(sessionClock({ ...session, status }, at(time))).toBe(words);
});

it('says how long a completed session took, and nothing of one that was never started', () => {
  const completed = { ...session, status: 'completed', completed_at: '2026-11-21 11:30:00+00' };
  expect(sessionClock(completed, at('12:00'))).toBe('took 1 h 28 min');
  expect(sessionClock({ ...completed, started_at: null }, at('12:00'))).toBeNull();
});

it('says nothing days before', () => {
  expect(sessionClock({ ...session, status: 'scheduled' }, new Date('2026-11-18T10:00:00Z'))).toBeNull();
});
