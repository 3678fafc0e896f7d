import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { csvText, downloadCsv } from '@/platform/csv';
import { ErrorState } from '@/platform/ui';
import type { ReportColumn } from './report-column';
import { ReportTable } from './report-table';

interface ReportFigureProps<Row> {
  title: string;
  query: {
    data: readonly Row[] | undefined;
    error: unknown;
    isError: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  /** What the figure shows, in a sentence: for those who do not see it, and for those who have no time. */
  sentence: (rows: readonly Row[]) => string;
  /** Whether there is nothing to show; what to say then. */
  isEmpty?: (rows: readonly Row[]) => boolean;
  nothing: string;
  columns: readonly ReportColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Of the file, without an ending. */
  fileName: string;
  /** The drawing; without one the table is all there is. */
  chart?: (rows: readonly Row[]) => ReactNode;
  /** Choices that belong to this figure alone. */
  choices?: ReactNode;
}

/** A report: a drawing with its sentence, its table and its file. */
export function ReportFigure<Row>(props: ReportFigureProps<Row>) {
  const { title, query, fileName, columns, chart, choices } = props;
  const [asTable, { toggle }] = useDisclosure(false);
  const rows = query.data;
  const hasRows = rows !== undefined && !(props.isEmpty ?? hasNone)(rows);
  return (
    <Paper component="section" p="md" style={{ breakInside: asTable || !chart ? 'auto' : 'avoid' }}>
      <Group justify="space-between" align="flex-start" mb={4}>
        <Title order={2}>{title}</Title>
        {hasRows && (
          <Group gap="xs" data-screen-only>
            {chart && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
                onClick={toggle}
                aria-label={asTable ? `${title} as a chart` : `${title} as a table`}
              >
                {asTable ? 'Chart' : 'Table'}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => downloadCsv(`${fileName}.csv`, csvText(columns, rows))}
              aria-label={`${title} as CSV`}
            >
              CSV
            </Button>
          </Group>
        )}
      </Group>
      {choices && <div data-screen-only>{choices}</div>}
      <FigureBody {...props} asTable={asTable || !chart} />
    </Paper>
  );
}

function FigureBody<Row>({ asTable, ...props }: ReportFigureProps<Row> & { asTable: boolean }) {
  const { query, sentence, isEmpty = hasNone, nothing, title, columns, rowKey, chart } = props;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (!query.data) return <Skeleton height={260} mt="sm" role="status" aria-label={`Loading: ${title}`} />;
  if (isEmpty(query.data)) {
    return (
      <Text c="dimmed" size="sm">
        {nothing}
      </Text>
    );
  }
  const words = sentence(query.data);
  return (
    <Stack gap="sm" opacity={query.isPlaceholderData ? 0.5 : 1} aria-busy={query.isPlaceholderData}>
      <Text size="sm">{words}</Text>
      {asTable ? (
        <ReportTable caption={title} columns={columns} rows={query.data} rowKey={rowKey} />
      ) : (
        chart?.(query.data)
      )}
    </Stack>
  );
}

const hasNone = (rows: readonly unknown[]) => rows.length === 0;
