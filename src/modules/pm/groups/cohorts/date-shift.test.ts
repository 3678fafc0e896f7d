import { describe, expect, it } from 'vitest';
import { firstToStart, shifted, shiftWords, suggestedDays, weeksAndDays, withinReach } from './date-shift';

function dates(start_date: string | null, end_date: string | null) {
  return { start_date, end_date };
}

describe('moving dates', () => {
  it('counts days of the calendar, over months, years and clock changes', () => {
    expect(shifted('2026-10-25', 7)).toBe('2026-11-01');
    expect(shifted('2024-02-22', 7)).toBe('2024-02-29');
    expect(shifted('2026-01-01', -1)).toBe('2025-12-31');
    expect(shifted(null, 7)).toBeNull();
  });

  it('suggests whole weeks that bring the whole cohort past its end', () => {
    expect(suggestedDays([dates('2026-09-21', '2026-12-11')])).toBe(84);
    expect(suggestedDays([dates('2026-09-21', '2026-12-14')])).toBe(91);
    expect(suggestedDays([dates('2026-09-21', '2026-10-01'), dates('2026-09-28', '2026-12-11')])).toBe(84);
  });

  it('suggests 12 weeks where an end is open, and never more than the database moves by', () => {
    expect(suggestedDays([dates('2026-09-21', null), dates(null, null)])).toBe(84);
    expect(suggestedDays([dates('1990-01-01', '2199-12-31')])).toBe(3660);
    expect(withinReach(-99_999)).toBe(-3660);
  });

  it('tells weeks from days, both ways', () => {
    expect(weeksAndDays(87)).toEqual({ weeks: 12, days: 3 });
    expect(weeksAndDays(-8)).toEqual({ weeks: -1, days: -1 });
  });

  it.each([
    [0, 'on the same dates'],
    [84, '12 weeks later'],
    [8, '1 week and 1 day later'],
    [-2, '2 days earlier'],
  ])('says %i as "%s"', (days, words) => {
    expect(shiftWords(days)).toBe(words);
  });

  it('finds the group that starts first', () => {
    const groups = [dates(null, null), dates('2026-10-05', null), dates('2026-09-21', null), dates('2026-09-21', 'x')];
    expect(firstToStart(groups)).toEqual(dates('2026-09-21', null));
    expect(firstToStart([dates(null, null)])).toBeNull();
  });
});
