import { describe, expect, it } from 'vitest';
import { daysWords, noticeWords, policySentence, slotWords } from './policy-words';
import type { SessionPolicy } from './session-policy';

const OPEN: SessionPolicy = {
  session_creation_permission: 'all_members',
  session_approval_required: false,
  advance_notice_hours: 0,
  allowed_time_slots: [],
};

describe('a policy in words', () => {
  it('says hours as days where they are whole days', () => {
    expect([1, 36, 24, 48].map(noticeWords)).toEqual(['an hour', '36 hours', 'a day', '2 days']);
  });

  it.each([
    [[1, 2, 3, 4, 5], 'Mon–Fri'],
    [[5, 3, 1], 'Mon, Wed, Fri'],
    [[1, 2], 'Mon, Tue'],
    [[7, 1, 3, 4, 5, 3], 'Mon, Wed–Fri, Sun'],
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
  ])('says the days %j', (days, words) => {
    expect(daysWords(days)).toBe(words);
  });

  it('says the end of the day', () => {
    expect(slotWords({ days: [6], start: '18:00', end: '24:00' })).toBe('Sat, 6:00 PM–midnight');
    expect(slotWords({ days: [6], start: '08:00', end: '11:30' })).toBe('Sat, 8:00–11:30 AM');
  });

  it('reads the whole policy back', () => {
    expect(policySentence(OPEN)).toBe(
      'Sessions are created by everybody whose role includes creating sessions. They need no approval. They can be put on the calendar until they start. They can take place at any time.',
    );
    const strict = policySentence({
      session_creation_permission: 'owner',
      session_approval_required: true,
      advance_notice_hours: 48,
      allowed_time_slots: [
        { days: [1, 2, 3, 4, 5], start: '08:00', end: '12:00' },
        { days: [6], start: '09:00', end: '11:00' },
      ],
    });
    expect(strict).toContain('by the group’s facilitators.');
    expect(strict).toContain('waits until somebody who may edit the group');
    expect(strict).toContain('at least 2 days before they start');
    expect(strict).toContain('They take place Mon–Fri, 8:00 AM–12:00 PM or Sat, 9:00–11:00 AM.');
  });
});
