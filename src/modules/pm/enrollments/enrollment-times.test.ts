import { describe, expect, it } from 'vitest';
import { dayOf, enrollmentPeriod } from './enrollment-times';

const TIMES = {
  enrolled_at: '2026-11-03 03:00:00+00',
  waitlisted_at: '2026-10-01T17:00:00Z',
  disenrolled_at: '2027-01-05 18:00:00.5+00',
};

describe('dayOf', () => {
  it('is the day on the organization’s clock', () => {
    expect(dayOf('2026-11-03 03:00:00+00', 'America/Phoenix')).toBe('Nov 2, 2026');
    expect(dayOf('2026-11-03 03:00:00+00', 'Asia/Tokyo')).toBe('Nov 3, 2026');
    expect(dayOf(null, 'UTC')).toBe('an unknown day');
  });
});

describe('enrollmentPeriod', () => {
  it.each([
    ['enrolled', TIMES, 'Enrolled since Nov 2, 2026'],
    ['waitlisted', TIMES, 'Waiting since Oct 1, 2026'],
    ['disenrolled', TIMES, 'Nov 2, 2026 to Jan 5, 2027'],
    ['disenrolled', { ...TIMES, enrolled_at: null }, 'On the waitlist from Oct 1, 2026 to Jan 5, 2027'],
  ])('%s', (status, times, sentence) => {
    expect(enrollmentPeriod({ status, ...times }, 'America/Phoenix')).toBe(sentence);
  });
});
