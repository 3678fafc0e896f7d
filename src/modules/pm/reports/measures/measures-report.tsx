import '@mantine/charts/styles.css';
import { Skeleton, Stack } from '@mantine/core';
import { IconClipboardHeart } from '@tabler/icons-react';
import { EmptyState, ErrorState } from '@/platform/ui';
import { type PatientMeasure, usePatientMeasures } from '../api/get-patient-measures';
import { axisDates } from '../figure-words';
import { LinesChart } from '../figures/lines-chart';
import { ReportFigure } from '../figures/report-figure';
import { byTitle, MEASURE_COLUMNS, measureSentence } from './measure-series';

/** One figure for each measure that the patient has answered. */
export function MeasuresReport({ patientId }: { patientId: string }) {
  const measures = usePatientMeasures(patientId);
  if (measures.isError) return <ErrorState error={measures.error} onRetry={measures.refetch} />;
  if (measures.isPending) return <Skeleton height={260} role="status" aria-label="Loading measures" />;
  if (measures.data.length === 0) {
    return (
      <EmptyState
        icon={IconClipboardHeart}
        title="No scores yet"
        description="When the patient answers a check-in with a score, such as PHQ-9, it is drawn here over time."
      />
    );
  }
  return (
    <Stack>
      {byTitle(measures.data).map(({ title, rows }) => (
        <ReportFigure
          key={title}
          title={title}
          query={{ ...measures, data: rows }}
          nothing=""
          columns={MEASURE_COLUMNS}
          rowKey={({ session_id }) => session_id}
          sentence={measureSentence}
          fileName={`${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-scores`}
          chart={(answered) => <MeasureChart title={title} rows={answered} />}
        />
      ))}
    </Stack>
  );
}

function MeasureChart({ title, rows }: { title: string; rows: readonly PatientMeasure[] }) {
  // Versions of a set may differ in what is at most to be reached.
  const max = Math.max(...rows.map(({ max_score }) => max_score ?? 0));
  const dateAt = axisDates(rows.map(({ session_date }) => session_date));
  return (
    <LinesChart
      label={`${title} over time. ${measureSentence(rows)}`}
      rows={rows}
      at={({ session_date }) => dateAt(session_date)}
      max={max || undefined}
      series={[
        { name: 'Patient', value: ({ score }) => score },
        { name: 'Group’s average', value: ({ group_average }) => group_average },
      ]}
      format={(value) => value.toLocaleString('en-US', { maximumFractionDigits: 1 })}
    />
  );
}
