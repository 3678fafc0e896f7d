import { expect, test } from 'vitest';
import type { SessionReportRow } from '../api/get-session-report';
import { attendanceOf, bucketName, fillOf, sessionColumns, totalOf } from './session-figures';

const row: SessionReportRow = {
  ...{ bucket: '2026-11-16', label: '2026-11-16', sessions: 2, cancelled: 1, seats: 20, expected: 15, attended: 9 },
  ...{ late: 1, left_early: 0, excused: 1, absent: 2, unrecorded: 3, session_minutes: 180, attended_minutes: 800 },
};

test('fill counts all who were expected, attendance only those whose attendance was taken', () => {
  expect([fillOf(row), attendanceOf(row)]).toEqual([75, 75]);
  expect(attendanceOf({ expected: 4, unrecorded: 4, attended: 0 })).toBeNull();
  expect(fillOf(totalOf([row, { ...row, expected: 5, seats: 20 }]))).toBe(50);
});

test('weeks, types and people are called what people call them', () => {
  expect(bucketName(row, 'week')).toBe('Nov 16, 2026');
  expect(bucketName({ ...row, bucket: 'iop', label: 'iop' }, 'type')).toBe('Intensive outpatient');
  expect(bucketName({ ...row, label: 'Dana' }, 'facilitator')).toBe('Dana');
});

test('in the file a week is a date', () => {
  expect(sessionColumns('week').map(({ value }) => value(row))).toEqual([
    ...['2026-11-16', 2, 1, 180, 20, 15, 75, 9, 1, 0, 1, 2, 3, 75],
  ]);
});
