import { type CancellationRow, useCancellations } from '../api/get-cancellations';
import type { ReportQuestion } from '../api/report-question';
import { countWords } from '../figure-words';
import { RankedBars } from '../figures/ranked-bars';
import type { ReportColumn } from '../figures/report-column';
import { ReportFigure } from '../figures/report-figure';

const COLUMNS: readonly ReportColumn<CancellationRow>[] = [
  { header: 'Reason', value: ({ reason }) => reason },
  { header: 'Sessions', value: ({ sessions }) => sessions, isNumber: true },
];
/** More than these are in the table and in the file. */
const SHOWN = 8;

/** Why sessions were cancelled. */
export function CancellationsFigure({ question, fileName }: { question: ReportQuestion; fileName: string }) {
  return (
    <ReportFigure
      title="Cancellations by reason"
      query={useCancellations(question)}
      nothing="No session of this range was cancelled."
      columns={COLUMNS}
      rowKey={({ reason }) => reason}
      sentence={sentence}
      fileName={fileName}
      chart={(rows) => (
        <RankedBars
          label="Cancelled sessions by reason"
          rows={rows.slice(0, SHOWN)}
          rowKey={({ reason }) => reason}
          name={({ reason }) => reason}
          value={({ sessions }) => sessions}
          words={({ sessions }) => countWords(sessions, 'session')}
        />
      )}
    />
  );
}

function sentence(rows: readonly CancellationRow[]): string {
  const total = rows.reduce((sum, { sessions }) => sum + sessions, 0);
  const more =
    rows.length > SHOWN ? ` The ${SHOWN} most frequent of ${rows.length} reasons; all are in the table.` : '';
  return `${countWords(total, 'session was', 'sessions were')} cancelled, most often: ${rows[0]?.reason ?? ''}.${more}`;
}
