import { Box, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconHistory } from '@tabler/icons-react';
import { EmptyState, ErrorState, ListSkeleton, ProblemAlert } from '@/platform/ui';
import type { LogPage } from './log-line';
import { LogList } from './log-list';
import { isNarrowed, type LogView, NO_FILTERS } from './log-view';

interface LogResultsProps {
  view: LogView;
  query: { data: LogPage | undefined; error: unknown; refetch: () => unknown; isPlaceholderData: boolean };
  onChange: (changes: Partial<LogView>) => void;
}

/** A page of a log, and the way to later and earlier ones. */
export function LogResults({ view, query: { data, error, refetch, isPlaceholderData }, onChange }: LogResultsProps) {
  if (error && !data) return <ErrorState error={error} onRetry={() => refetch()} />;
  if (!data) return <ListSkeleton rows={8} />;
  if (data.lines.length === 0) return <NoLines view={view} onChange={onChange} />;
  return (
    <Box aria-busy={isPlaceholderData}>
      <ProblemAlert error={error} />
      <LogList lines={data.lines} />
      {(view.page > 1 || data.hasMore) && (
        <Group justify="space-between" mt="md" component="nav" aria-label="Pages of the log">
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            disabled={view.page === 1}
            onClick={() => onChange({ page: view.page - 1 })}
          >
            Later
          </Button>
          <Text size="sm" c="dimmed" role="status">
            Page {view.page.toLocaleString('en-US')}
          </Text>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={16} aria-hidden />}
            disabled={!data.hasMore}
            onClick={() => onChange({ page: view.page + 1 })}
          >
            Earlier
          </Button>
        </Group>
      )}
    </Box>
  );
}

function NoLines({ view, onChange }: Pick<LogResultsProps, 'view' | 'onChange'>) {
  if (view.page > 1) {
    return (
      <EmptyState
        icon={IconHistory}
        title="The log does not go back that far"
        action={<Button onClick={() => onChange({ page: 1 })}>Show the latest</Button>}
      />
    );
  }
  const inPeriod = view.days === 'all' ? '' : ` in the last ${view.days} days`;
  return (
    <EmptyState
      icon={IconHistory}
      title={isNarrowed(view) ? `Nothing fits the filters${inPeriod}` : `Nothing happened${inPeriod}`}
      description={view.days === 'all' ? undefined : 'Look further back, or take a filter away.'}
      action={
        (isNarrowed(view) || view.days !== 'all') && (
          <Group justify="center">
            {view.days !== 'all' && (
              <Button variant="default" onClick={() => onChange({ days: 'all' })}>
                Look at all of it
              </Button>
            )}
            {isNarrowed(view) && (
              <Button variant="default" onClick={() => onChange(NO_FILTERS)}>
                Clear the filters
              </Button>
            )}
          </Group>
        )
      }
    />
  );
}
