import { expect, test } from 'vitest';
import type { PatientMeasure } from '../api/get-patient-measures';
import { byTitle, measureSentence } from './measure-series';

const measure = (changes: Partial<PatientMeasure>): PatientMeasure => ({
  ...{ session_id: '', session_date: '2026-11-16', group_name: 'Group', title: 'PHQ-9', score: 12, max_score: 27 },
  ...{ band: 'Moderate', group_count: 2, group_average: null },
  ...changes,
});

test('each measure is a series of its own, in order', () => {
  const series = byTitle([measure({ score: 1 }), measure({ title: 'GAD-7' }), measure({ score: 2 })]);
  expect(series.map(({ title, rows }) => [title, rows.map(({ score }) => score)])).toEqual([
    ['PHQ-9', [1, 2]],
    ['GAD-7', [12]],
  ]);
});

test('the last answer in words, with what changed and what the group answered', () => {
  expect(measureSentence([measure({})])).toBe(
    'Last: 12 of 27 on Nov 16, 2026, Moderate. The group’s average is shown from three answers on.',
  );
  expect(measureSentence([measure({ score: 16 }), measure({ group_count: 4, group_average: 9.5 })])).toBe(
    'Last: 12 of 27 on Nov 16, 2026, Moderate; 4 less than at first. The group’s average was 9.5.',
  );
  expect(measureSentence([measure({}), measure({ band: null, max_score: null })])).toContain(
    'Last: 12 on Nov 16, 2026; the same',
  );
});
