import { describe, expect, it } from 'vitest';
import { instantsOf, linesPerDay, rangeTitle, stepDate, visibleDates } from './calendar-range';

describe('what a view shows', () => {
  it('shows whole weeks from Sunday on', () => {
    expect(visibleDates('week', '2026-11-24')).toEqual({ start: '2026-11-22', end: '2026-11-29' });
    expect(visibleDates('week', '2026-11-22')).toEqual({ start: '2026-11-22', end: '2026-11-29' });
    expect(visibleDates('list', '2026-11-28')).toEqual({ start: '2026-11-22', end: '2026-11-29' });
  });

  it('shows a month with the rest of its weeks, and no more', () => {
    expect(visibleDates('month', '2026-11-24')).toEqual({ start: '2026-11-01', end: '2026-12-06' });
    // February 2026 is four weeks exactly.
    expect(visibleDates('month', '2026-02-10')).toEqual({ start: '2026-02-01', end: '2026-03-01' });
  });

  it('steps without skipping a short month', () => {
    expect(stepDate('month', '2026-01-31', 1)).toBe('2026-02-01');
    expect(stepDate('week', '2026-12-29', 1)).toBe('2027-01-05');
    expect(stepDate('day', '2026-03-01', -1)).toBe('2026-02-28');
  });

  it('leaves room in a day of the month for the sessions that fit and the link to the others', () => {
    expect(linesPerDay('2026-11-10', 704)).toBe(3);
    // Six weeks in the same height; and a window so low that nothing fits.
    expect(linesPerDay('2026-05-10', 704)).toBe(2);
    expect(linesPerDay('2026-11-10', 0)).toBe(1);
  });

  it('shows a single day by person and by room', () => {
    expect(visibleDates('people', '2026-11-24')).toEqual({ start: '2026-11-24', end: '2026-11-25' });
    expect(stepDate('rooms', '2026-11-30', 1)).toBe('2026-12-01');
    expect(rangeTitle('rooms', '2026-11-24', true)).toBe('Tue, Nov 24');
  });

  it('is called as people say it', () => {
    expect(rangeTitle('month', '2026-11-24')).toBe('November 2026');
    expect(rangeTitle('day', '2026-11-24')).toBe('Tuesday, November 24, 2026');
    expect(rangeTitle('day', '2026-11-24', true)).toBe('Tue, Nov 24');
    expect(rangeTitle('week', '2026-11-24')).toMatch(/^Nov 22\s–\s28, 2026$/);
  });
});

describe('instants of a range', () => {
  const day = { start: '2026-03-08', end: '2026-03-09' };

  it('gives New York 23 hours on the day the clocks go forward, and 25 on the day they go back', () => {
    expect(instantsOf(day, 'America/New_York')).toEqual({ from: '2026-03-08T05:00:00Z', to: '2026-03-09T04:00:00Z' });
    expect(instantsOf({ start: '2026-11-01', end: '2026-11-02' }, 'America/New_York')).toEqual({
      from: '2026-11-01T04:00:00Z',
      to: '2026-11-02T05:00:00Z',
    });
  });

  it('gives Phoenix, which keeps its time, 24', () => {
    expect(instantsOf(day, 'America/Phoenix')).toEqual({ from: '2026-03-08T07:00:00Z', to: '2026-03-09T07:00:00Z' });
  });
});
