import { describe, expect, it } from 'vitest';
import { momentWords, otherZone, sessionWords } from './session-words';

it('a session is told on the clinic’s wall clock, whatever the phone’s zone', () => {
  const times = { session_date: '2026-11-24', start_time: '09:00:00', end_time: '12:30:00' };
  expect(sessionWords(times)).toBe('Tuesday, November 24, 9:00 AM to 12:30 PM');
});

describe('when it opens', () => {
  const now = new Date('2026-11-25T05:00:00Z');

  it('is today where the clinic’s calendar says so', () => {
    expect(momentWords('2026-11-24 16:30:00+00', 'America/Phoenix', now)).toBe('today at 9:30 AM');
    expect(momentWords('2026-11-24 16:30:00+00', 'Europe/Berlin', now)).toBe('Tuesday, November 24, at 5:30 PM');
  });
});

it('the clinic’s zone is named only where the phone’s clock shows something else', () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(otherZone('2026-11-24T16:30:00Z', here)).toBeNull();
  const far = here === 'Asia/Tokyo' ? 'America/Phoenix' : 'Asia/Tokyo';
  expect(otherZone('2026-11-24T16:30:00Z', far)).toMatch(/Standard Time$/);
});
