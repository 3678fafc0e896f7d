import { expect, test } from 'vitest';
import { daysOfRange, mondayOf, rangeProblem, reportView } from './report-view';

test('a week begins on Monday, on Sunday too', () => {
  const days = ['2026-11-16', '2026-11-21', '2026-11-22', '2026-11-23', '2027-01-01'];
  expect(days.map(mondayOf)).toEqual(['2026-11-16', '2026-11-16', '2026-11-16', '2026-11-23', '2026-12-28']);
});

test('the last weeks are whole ones and end today', () => {
  const range = (weeks: '4' | '12' | '26') => daysOfRange({ range: weeks, from: '', to: '' }, '2026-11-21');
  expect(range('4')).toEqual({ from: '2026-10-26', to: '2026-11-21' });
  expect(range('26')).toEqual({ from: '2026-05-25', to: '2026-11-21' });
});

test('dates are taken as they are; where one is missing there is a sensible one', () => {
  const dates = (from: string, to: string) => daysOfRange({ range: 'dates', from, to }, '2026-11-21');
  expect(dates('2026-01-01', '2026-02-01')).toEqual({ from: '2026-01-01', to: '2026-02-01' });
  expect(dates('', '')).toEqual({ from: '2026-08-30', to: '2026-11-21' });
});

test('a range has its days in order, and at most 400 of them', () => {
  const problem = (from: string, to: string) => rangeProblem({ from, to });
  expect([problem('2026-01-01', '2026-01-01'), problem('2025-01-01', '2026-02-04')]).toEqual([null, null]);
  expect(problem('2025-01-01', '2026-02-05')).toBe('A report covers at most 400 days.');
  expect(problem('2026-01-02', '2026-01-01')).toBe('The last day is before the first.');
});

test.each(['0001-01-01', '1989-12-31', '2199-12-25', '9999-12-31'])('%s in the address is no day to count', (day) => {
  expect(reportView.shape.week.safeParse(day).success).toBe(false);
  expect(reportView.shape.from.safeParse('2026-11-21').success).toBe(true);
});
