import { formatDate } from '@/platform/time';
import type { PatientMeasure } from '../api/get-patient-measures';
import type { ReportColumn } from '../figures/report-column';

/** The answers of each measure, by its title, in the order in which they were given. */
export function byTitle(measures: readonly PatientMeasure[]): { title: string; rows: PatientMeasure[] }[] {
  const series = new Map<string, PatientMeasure[]>();
  for (const measure of measures) {
    const rows = series.get(measure.title) ?? [];
    series.set(measure.title, [...rows, measure]);
  }
  return [...series].map(([title, rows]) => ({ title, rows }));
}

const plain = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** "Last: 12 of 27 on Nov 16, 2026, Moderate; 4 less than at first. The group's average was 9.5." */
export function measureSentence(rows: readonly PatientMeasure[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return '';
  const most = last.max_score === null ? '' : ` of ${plain(last.max_score)}`;
  const band = last.band === null ? '' : `, ${last.band}`;
  const change = last.score - first.score;
  const since =
    rows.length === 1
      ? ''
      : change === 0
        ? '; the same as at first'
        : `; ${plain(Math.abs(change))} ${change < 0 ? 'less' : 'more'} than at first`;
  const group =
    last.group_average === null
      ? 'The group’s average is shown from three answers on.'
      : `The group’s average was ${plain(last.group_average)}.`;
  return `Last: ${plain(last.score)}${most} on ${formatDate(last.session_date)}${band}${since}. ${group}`;
}

export const MEASURE_COLUMNS: readonly ReportColumn<PatientMeasure>[] = [
  {
    header: 'Session',
    value: ({ session_date }) => session_date,
    show: ({ session_date }) => formatDate(session_date),
  },
  { header: 'Group', value: ({ group_name }) => group_name },
  { header: 'Score', value: ({ score }) => score, isNumber: true },
  { header: 'Of at most', value: ({ max_score }) => max_score, isNumber: true },
  { header: 'Meaning', value: ({ band }) => band },
  { header: 'Group’s average', value: ({ group_average }) => group_average, isNumber: true },
  { header: 'Answers in the group', value: ({ group_count }) => group_count, isNumber: true },
];
