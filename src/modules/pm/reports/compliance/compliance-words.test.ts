import { expect, test } from 'vitest';
import type { ComplianceRow } from '../api/get-compliance';
import { daysSentence, hoursSentence, listName, shortOf, summary } from './compliance-words';

const row: ComplianceRow = {
  ...{ patient_id: '', first_name: 'Maria', last_name: 'Lopez', mrn: '1', program: 'iop' },
  ...{ week_start: '2026-11-16', week_end: '2026-11-22', minimum_minutes: 540, minimum_days: 3 },
  ...{ attended_minutes: 180, attended_days: 1, booked_minutes: 0, booked_days: 0, unrecorded_minutes: 0 },
  ...{ status: 'at_risk', joined_in_week: false, group_definition_ids: [] },
};

test('hours and days against the minimum', () => {
  expect(hoursSentence(row)).toBe('3 h attended, of 9 h');
  expect(hoursSentence({ ...row, booked_minutes: 270 })).toBe('3 h attended, 4 h 30 min booked, of 9 h');
  expect(daysSentence(row)).toBe('1 day attended, of 3');
  expect(daysSentence({ ...row, attended_days: 0, booked_days: 2 })).toBe('2 days booked, of 3');
  expect(daysSentence({ ...row, booked_days: 1 })).toBe('1 day attended, 1 booked, of 3');
  expect([hoursSentence, daysSentence].map((say) => say({ ...row, attended_minutes: 0, attended_days: 0 }))).toEqual([
    'No hours, of 9 h',
    'No days, of 3',
  ]);
});

test('what is missing: hours, days, both, or nothing', () => {
  expect(shortOf(row)).toBe('6 h and 2 days short');
  expect(shortOf({ ...row, booked_minutes: 360, booked_days: 1 })).toBe('1 day short');
  expect(shortOf({ ...row, attended_minutes: 500, attended_days: 3 })).toBe('40 min short');
  expect(shortOf({ ...row, attended_minutes: 600, attended_days: 4 })).toBeNull();
});

test('the week in a sentence names only what there is', () => {
  expect(summary([row, { ...row, status: 'met' }, { ...row, status: 'met' }])).toBe('3 patients: 1 at risk, 2 met.');
});

test('who may not see patients reads no name', () => {
  expect(listName(row)).toBe('Lopez, Maria');
  expect(listName({ first_name: null, last_name: null })).toBe('A patient');
});
