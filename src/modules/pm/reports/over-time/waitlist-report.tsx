import '@mantine/charts/styles.css';
import { Stack } from '@mantine/core';
import { formatDate } from '@/platform/time';
import { useWaitlistReport, type WaitlistReportRow } from '../api/get-waitlist-report';
import type { ReportQuestion } from '../api/report-question';
import { axisDates, countWords } from '../figure-words';
import { BarsChart } from '../figures/bars-chart';
import type { ReportColumn } from '../figures/report-column';
import { ReportFigure } from '../figures/report-figure';

const COLUMNS: readonly ReportColumn<WaitlistReportRow>[] = [
  { header: 'Week from', value: ({ week }) => week, show: ({ week }) => formatDate(week) },
  { header: 'Waiting at its end', value: ({ waiting }) => waiting, isNumber: true },
  { header: 'Got a seat', value: ({ promoted }) => promoted, isNumber: true },
  { header: 'Median days waited', value: ({ median_wait_days }) => median_wait_days, isNumber: true },
];
const NOTHING = 'Nobody waited in this range.';
const plain = (value: number) => value.toLocaleString('en-US');

/** How many wait, and how long it takes. */
export function WaitlistReport({ question }: { question: ReportQuestion }) {
  const weeks = useWaitlistReport(question);
  const common = {
    query: weeks,
    nothing: NOTHING,
    columns: COLUMNS,
    rowKey: ({ week }: WaitlistReportRow) => week,
    fileName: `waitlist-${question.from}-to-${question.to}`,
  };
  const weekAt = axisDates((weeks.data ?? []).map(({ week }) => week));
  const at = ({ week }: WaitlistReportRow) => weekAt(week);
  return (
    <Stack>
      <ReportFigure
        {...common}
        title="Patients waiting"
        isEmpty={(rows) => rows.every(({ waiting, promoted }) => waiting + promoted === 0)}
        sentence={waitingSentence}
        chart={(rows) => (
          <BarsChart
            label={`Bars by week. ${waitingSentence(rows)}`}
            rows={rows}
            at={at}
            series={[{ name: 'Waiting at the end of the week', fill: 'solid', value: ({ waiting }) => waiting }]}
            format={plain}
          />
        )}
      />
      <ReportFigure
        {...common}
        title="How long they waited"
        isEmpty={(rows) => rows.every(({ promoted }) => promoted === 0)}
        nothing="Nobody got a seat from the waitlist in this range."
        sentence={promotedSentence}
        chart={(rows) => (
          <BarsChart
            label={`Bars by week: the median of days waited. ${promotedSentence(rows)}`}
            rows={rows}
            at={at}
            series={[{ name: 'Median days waited', fill: 'stripes', value: (row) => row.median_wait_days }]}
            format={plain}
          />
        )}
      />
    </Stack>
  );
}

function waitingSentence(rows: readonly WaitlistReportRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return '';
  const now = countWords(last.waiting, 'patient waits', 'patients wait');
  return rows.length === 1 ? `${now}.` : `${now} at the end of the range; ${first.waiting} did after its first week.`;
}

function promotedSentence(rows: readonly WaitlistReportRow[]): string {
  const total = rows.reduce((sum, { promoted }) => sum + promoted, 0);
  const medians = rows.flatMap(({ median_wait_days }) => median_wait_days ?? []);
  const [least, most] = [Math.min(...medians), Math.max(...medians)].map(plain);
  const wait = least === most ? `${most}` : `${least} to ${most}, by week`;
  return `${countWords(total, 'patient')} got a seat from the waitlist. Median days waited: ${wait}.`;
}
