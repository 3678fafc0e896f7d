import '@mantine/charts/styles.css';
import { SegmentedControl, Stack } from '@mantine/core';
import { type SessionReportRow, useSessionReport } from '../api/get-session-report';
import type { ReportQuestion } from '../api/report-question';
import { axisDates, countWords, hoursWords, percent, percentWords } from '../figure-words';
import { BarsChart } from '../figures/bars-chart';
import { percentTop } from '../figures/line-ends';
import { LinesChart } from '../figures/lines-chart';
import { RankedBars } from '../figures/ranked-bars';
import { ReportFigure } from '../figures/report-figure';
import { type ChangeView, type ReportView, reportView } from '../report-view';
import { CancellationsFigure } from './cancellations-figure';
import { attendanceOf, bucketName, fillOf, sessionColumns, totalOf } from './session-figures';

interface SessionsReportProps {
  question: ReportQuestion;
  view: ReportView;
  onChange: ChangeView;
}

const isEmpty = (rows: readonly SessionReportRow[]) =>
  rows.every(({ sessions, cancelled }) => sessions + cancelled === 0);
const COMPARED: Readonly<Record<ReportView['by'], string>> = {
  group: 'Groups compared',
  type: 'Types compared',
  facilitator: 'Facilitators compared',
};
const NOTHING = 'No sessions in this range. Choose a longer range, or clear the filters.';
const count = (value: number) => value.toLocaleString('en-US');

/** How full sessions were, who came, what was cancelled, and who led them. */
export function SessionsReport({ question, view, onChange }: SessionsReportProps) {
  const weeks = useSessionReport(question, 'week');
  const compared = useSessionReport(question, view.by);
  const range = `${question.from}-to-${question.to}`;
  const common = { query: weeks, isEmpty, nothing: NOTHING, columns: sessionColumns('week'), rowKey: bucketOf };
  const weekAt = axisDates((weeks.data ?? []).map(bucketOf));
  const at = (row: SessionReportRow) => weekAt(row.bucket);
  return (
    <Stack>
      <ReportFigure
        {...common}
        title="Seats filled and attendance"
        sentence={fillSentence}
        fileName={`seats-and-attendance-${range}`}
        chart={(rows) => (
          <LinesChart
            label={`Two lines by week. ${fillSentence(rows)}`}
            rows={rows}
            at={at}
            max={percentTop(rows.map((row) => fillOf(row) ?? 0))}
            series={[
              { name: 'Seats filled', value: fillOf },
              { name: 'Attended, of those recorded', value: attendanceOf },
            ]}
            format={percentWords}
          />
        )}
      />
      <ReportFigure
        {...common}
        title="Who came"
        sentence={cameSentence}
        fileName={`attendance-${range}`}
        chart={(rows) => (
          <BarsChart
            label={`Bars by week, each in four parts. ${cameSentence(rows)}`}
            rows={rows}
            at={at}
            series={[
              { name: 'Attended', fill: 'solid', value: ({ attended }) => attended },
              { name: 'Absent', fill: 'stripes', value: ({ absent }) => absent },
              { name: 'Excused', fill: 'dots', value: ({ excused }) => excused },
              { name: 'Not recorded', fill: 'empty', value: ({ unrecorded }) => unrecorded },
            ]}
            format={count}
          />
        )}
      />
      <CancellationsFigure question={question} fileName={`cancellations-${range}`} />
      <ReportFigure
        title={COMPARED[view.by]}
        query={compared}
        isEmpty={isEmpty}
        nothing={NOTHING}
        columns={sessionColumns(view.by)}
        rowKey={bucketOf}
        sentence={(rows) => loadSentence(rows, view.by)}
        fileName={`sessions-by-${view.by}-${range}`}
        choices={
          <SegmentedControl
            aria-label="Compare"
            mb="sm"
            data={[
              { value: 'group', label: 'Groups' },
              { value: 'type', label: 'Types' },
              { value: 'facilitator', label: 'Facilitators' },
            ]}
            value={view.by}
            onChange={(by) => onChange({ by: reportView.shape.by.parse(by) })}
          />
        }
        chart={(rows) => (
          <RankedBars
            label="By hours of sessions"
            rows={rows.toSorted((one, other) => other.session_minutes - one.session_minutes)}
            rowKey={bucketOf}
            name={(row) => bucketName(row, view.by)}
            value={({ session_minutes }) => session_minutes}
            words={(row) =>
              `${hoursWords(row.session_minutes)} in ${countWords(row.sessions, 'session')} · ${percentWords(fillOf(row))} filled · ${percentWords(attendanceOf(row))} attended`
            }
          />
        )}
      />
    </Stack>
  );
}

const bucketOf = ({ bucket }: SessionReportRow) => bucket;

function fillSentence(rows: readonly SessionReportRow[]): string {
  const total = totalOf(rows);
  const attendance = attendanceOf(total);
  const came = attendance === null ? 'attendance was never taken' : `${attendance}% of those recorded attended`;
  return `In ${countWords(total.sessions, 'session')}, ${percentWords(fillOf(total))} of the seats were filled, and ${came}.`;
}

function cameSentence(rows: readonly SessionReportRow[]): string {
  const { expected, attended, absent, excused, unrecorded } = totalOf(rows);
  const missing =
    unrecorded === 0 ? '' : ` Of ${count(unrecorded)} (${percent(unrecorded, expected)}%) nobody took attendance.`;
  return `Of ${countWords(expected, 'visit')} expected, ${count(attended)} were attended, ${count(absent)} missed without excuse and ${count(excused)} excused.${missing}`;
}

function loadSentence(rows: readonly SessionReportRow[], by: ReportView['by']): string {
  const [most] = rows.toSorted((one, other) => other.session_minutes - one.session_minutes);
  if (!most) return '';
  const both = by === 'facilitator' ? ' A session counts for both who lead it.' : '';
  return `The most hours: ${bucketName(most, by)}, ${hoursWords(most.session_minutes)} in ${countWords(most.sessions, 'session')}.${both}`;
}
