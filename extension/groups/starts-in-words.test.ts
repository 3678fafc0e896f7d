import { expect, it } from 'vitest';
import { startsInWords } from './starts-in-words';

// 11:30 PM in New York, 9:30 PM in Phoenix, the next day in Kiritimati.
const now = new Date('2026-11-22T04:30:00Z');

it('says the day as the clinic’s calendar has it, whatever the facilitator’s has', () => {
  const start = '2026-11-22T05:30:00+00:00';
  expect(startsInWords(start, 'America/New_York', now)).toBe('tomorrow, 12:30 AM');
  expect(startsInWords(start, 'America/Phoenix', now)).toBe('today, 10:30 PM');
  expect(startsInWords(start, 'Pacific/Kiritimati', now)).toBe('today, 7:30 PM');
});

it('says the date of what is later, and of what is past', () => {
  expect(startsInWords('2026-11-24 14:00:00+00', 'America/New_York', now)).toBe('Tue, Nov 24, 9:00 AM');
  expect(startsInWords('2026-11-20T14:00:00Z', 'America/New_York', now)).toBe('Fri, Nov 20, 9:00 AM');
});
