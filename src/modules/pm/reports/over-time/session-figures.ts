import { formatDate } from '@/platform/time';
import { groupTypeLook } from '@/platform/ui';
import type { SessionReportBy, SessionReportRow } from '../api/get-session-report';
import { hoursWords, percent, percentWords } from '../figure-words';
import type { ReportColumn } from '../figures/report-column';

/** Expected patients of all seats, in percent; null where no session was held. */
export const fillOf = (row: Pick<SessionReportRow, 'expected' | 'seats'>) => percent(row.expected, row.seats);

type Recorded = Pick<SessionReportRow, 'expected' | 'unrecorded' | 'attended'>;
/** Attended of those whose attendance was taken, in percent; null where none was. */
export const attendanceOf = (row: Recorded) => percent(row.attended, row.expected - row.unrecorded);

/** All rows added up. */
export function totalOf(rows: readonly SessionReportRow[]) {
  const sum = (figure: (row: SessionReportRow) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return {
    sessions: sum((row) => row.sessions),
    cancelled: sum((row) => row.cancelled),
    seats: sum((row) => row.seats),
    expected: sum((row) => row.expected),
    attended: sum((row) => row.attended),
    excused: sum((row) => row.excused),
    absent: sum((row) => row.absent),
    unrecorded: sum((row) => row.unrecorded),
  };
}

/** What a row is called: a week by its first day, a type by its name. */
export function bucketName(row: SessionReportRow, by: SessionReportBy): string {
  if (by === 'week') return formatDate(row.label);
  return by === 'type' ? groupTypeLook(row.bucket).label : row.label;
}

const HEADERS: Readonly<Record<SessionReportBy, string>> = {
  week: 'Week from',
  group: 'Group',
  type: 'Type',
  facilitator: 'Facilitator',
};

/** All figures about sessions; in the file weeks are dates and times are minutes. */
export function sessionColumns(by: SessionReportBy): readonly ReportColumn<SessionReportRow>[] {
  const figure = (header: string, value: (row: SessionReportRow) => number) => ({ header, value, isNumber: true });
  return [
    {
      header: HEADERS[by],
      value: (row) => (by === 'week' ? row.bucket : bucketName(row, by)),
      show: (row) => bucketName(row, by),
    },
    figure('Sessions', ({ sessions }) => sessions),
    figure('Cancelled', ({ cancelled }) => cancelled),
    {
      ...figure('Minutes of sessions', ({ session_minutes }) => session_minutes),
      show: ({ session_minutes }) => hoursWords(session_minutes),
    },
    figure('Seats', ({ seats }) => seats),
    figure('Expected', ({ expected }) => expected),
    { ...percentColumn('Filled %', fillOf) },
    figure('Attended', ({ attended }) => attended),
    figure('Of these late', ({ late }) => late),
    figure('Of these left early', ({ left_early }) => left_early),
    figure('Excused', ({ excused }) => excused),
    figure('Absent', ({ absent }) => absent),
    figure('Not recorded', ({ unrecorded }) => unrecorded),
    { ...percentColumn('Attended %', attendanceOf) },
  ];
}

function percentColumn(
  header: string,
  value: (row: SessionReportRow) => number | null,
): ReportColumn<SessionReportRow> {
  return { header, value, isNumber: true, show: (row) => percentWords(value(row)) };
}
