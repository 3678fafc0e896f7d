import { Box, Button, Group, Pagination, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarOff, IconSearchOff } from '@tabler/icons-react';
import { EmptyState, ErrorState, ListSkeleton, TableSkeleton } from '@/platform/ui';
import { PAGE_SIZE, useTabSessions } from './api/get-tab-sessions';
import type { TabRequest } from './api/tab-sessions';
import classes from './tab.module.css';
import { TabCards, TabTable } from './tab-sessions';
import { isNarrowed, NO_FILTERS, type TabFilters } from './tab-state';

interface TabListProps {
  request: TabRequest;
  onChange: (changes: Partial<TabFilters>) => void;
}

/** The page of sessions that the address asks for: as a table, or as cards on a phone. */
export function TabList({ request, onChange }: TabListProps) {
  const onPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { data, error, refetch, isPlaceholderData } = useTabSessions(request);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return onPhone ? <ListSkeleton rows={6} /> : <TableSkeleton columns={6} rows={8} />;
  if (data.sessions.length === 0) return <NoSessions request={request} total={data.total} onChange={onChange} />;
  const pages = Math.ceil(data.total / PAGE_SIZE);
  return (
    <>
      <Box className={isPlaceholderData ? classes.refreshing : undefined} aria-busy={isPlaceholderData}>
        {onPhone ? <TabCards sessions={data.sessions} /> : <TabTable sessions={data.sessions} />}
      </Box>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {shownWords(request.filters.page, data.total)}
        </Text>
        {pages > 1 && (
          <Pagination
            total={pages}
            value={request.filters.page}
            onChange={(page) => onChange({ page })}
            size="sm"
            getItemProps={(page) => ({ 'aria-label': `Page ${page}` })}
            getControlProps={(control) => ({ 'aria-label': CONTROL_LABELS[control] })}
          />
        )}
      </Group>
    </>
  );
}

const CONTROL_LABELS = { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' };

function shownWords(page: number, total: number): string {
  const last = Math.min(page * PAGE_SIZE, total);
  return `${(page - 1) * PAGE_SIZE + 1}–${last} of ${total} ${total === 1 ? 'session' : 'sessions'}`;
}

function NoSessions({ request: { filters }, total, onChange }: TabListProps & { total: number }) {
  if (total > 0)
    return (
      <EmptyState
        icon={IconSearchOff}
        title={`There is no page ${filters.page}`}
        action={<Button onClick={() => onChange({ page: 1 })}>Go to the first page</Button>}
      />
    );
  if (isNarrowed(filters))
    return (
      <EmptyState
        icon={IconSearchOff}
        title={filters.when === 'all' ? 'No session matches' : `No ${filters.when} session matches`}
        description={
          filters.when === 'all' ? 'Take the filters away.' : 'Take the filters away, or look at all sessions.'
        }
        action={
          <Group gap="xs">
            <Button variant="default" onClick={() => onChange(NO_FILTERS)}>
              Clear filters
            </Button>
            {filters.when !== 'all' && (
              <Button variant="default" onClick={() => onChange({ when: 'all' })}>
                All sessions
              </Button>
            )}
          </Group>
        }
      />
    );
  if (filters.when === 'past') return <EmptyState icon={IconCalendarOff} title="There has been no session yet" />;
  return (
    <EmptyState
      icon={IconCalendarOff}
      title="No session is planned"
      description="Schedule one session, or a series that repeats."
    />
  );
}
