import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { conflictSentence } from './conflict-sentences';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const CONFLICT = {
  patient_id: 'a',
  other_group_definition_id: 'g',
  other_group_name: 'Anger Management',
  session_date: '2026-11-24',
  start_time: '09:00:00',
  end_time: '10:30:00',
  other_start_time: '10:00:00',
  other_end_time: '13:00:00',
  conflict_count: 1,
};

it('names the other group, day and times', () => {
  expect(conflictSentence('Ana Diaz', CONFLICT)).toBe(
    'Ana Diaz would be in two places on Tue, Nov 24, 9:00–10:30 AM: Anger Management meets 10:00 AM–1:00 PM.',
  );
  expect(conflictSentence('Ana Diaz', { ...CONFLICT, conflict_count: 6 })).toContain(' 6 sessions clash in all.');
});
