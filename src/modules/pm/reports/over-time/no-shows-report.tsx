import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { type NoShowRow, useNoShows } from '../api/get-no-shows';
import type { ReportQuestion } from '../api/report-question';
import { listName } from '../compliance/compliance-words';
import { countWords, percent, percentWords } from '../figure-words';
import type { ReportColumn } from '../figures/report-column';
import { ReportFigure } from '../figures/report-figure';

/** Who was absent without excuse, with the way to the patient. */
export function NoShowsReport({ question }: { question: ReportQuestion }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const linked = (row: NoShowRow) =>
    can(PM_PERMISSIONS.PATIENTS_VIEW) ? (
      <Anchor component={Link} to={`/o/${slug}/pm/patients/${row.patient_id}`} size="sm">
        {listName(row)}
      </Anchor>
    ) : (
      listName(row)
    );
  const columns: readonly ReportColumn<NoShowRow>[] = [
    { header: 'Patient', value: listName, show: linked },
    {
      header: 'MRN',
      value: ({ mrn }) => mrn,
      show: ({ mrn }) => <span style={{ whiteSpace: 'nowrap' }}>{mrn ?? '–'}</span>,
    },
    { header: 'Absent', value: ({ absent }) => absent, isNumber: true },
    { header: 'In a row', value: ({ missed_in_a_row }) => missed_in_a_row, isNumber: true },
    { header: 'Excused', value: ({ excused }) => excused, isNumber: true },
    { header: 'Attended', value: ({ attended }) => attended, isNumber: true },
    { header: 'Expected', value: ({ expected }) => expected, isNumber: true },
    {
      header: 'Absent %',
      value: ({ absent, expected }) => percent(absent, expected),
      isNumber: true,
      show: ({ absent, expected }) => percentWords(percent(absent, expected)),
    },
  ];
  return (
    <ReportFigure
      title="No-shows"
      query={useNoShows(question)}
      nothing="Nobody was absent without excuse in this range."
      columns={columns}
      rowKey={({ patient_id }) => patient_id}
      sentence={sentence}
      fileName={`no-shows-${question.from}-to-${question.to}`}
    />
  );
}

function sentence(rows: readonly NoShowRow[]): string {
  const absences = rows.reduce((sum, { absent }) => sum + absent, 0);
  const inARow = rows.filter(({ missed_in_a_row }) => missed_in_a_row >= 2).length;
  const words = `${countWords(rows.length, 'patient')} missed ${countWords(absences, 'session')} without excuse.`;
  return inARow === 0 ? words : `${words} ${countWords(inARow, 'patient')} missed two or more in a row.`;
}
