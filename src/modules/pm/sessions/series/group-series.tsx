import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { useSessionAddress } from '../session-address';
import { groupSeriesQueryOptions } from './api/get-group-series';
import { SeriesItem } from './series-item';
import classes from './series-list.module.css';

interface GroupSeriesProps {
  groupId: string;
  /** False for a group that takes no sessions (not active, deleted). */
  canSchedule?: boolean;
}

/** The series of a group that still have sessions or run out; its dialogs come with the group's list of sessions. */
export function GroupSeries({ groupId, canSchedule = true }: GroupSeriesProps) {
  const { id } = useOrganization();
  const headingId = useId();
  const { openSeries } = useSessionAddress();
  const { data, error, isError, refetch } = useQuery(groupSeriesQueryOptions(id, groupId));
  return (
    <Stack gap="xs" component="section" aria-labelledby={headingId}>
      <Group justify="space-between">
        <Title order={2} size="h4" id={headingId}>
          Series
        </Title>
        {canSchedule && (
          <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
            <Button
              variant="default"
              leftSection={<IconRepeat size={16} aria-hidden />}
              onClick={() => openSeries({ group: groupId })}
            >
              Schedule a series
            </Button>
          </Can>
        )}
      </Group>
      {isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <ListSkeleton rows={1} />
      ) : data.length === 0 ? (
        <Text size="sm" c="dimmed">
          No series is under way. A series plans many sessions at once and checks each date.
        </Text>
      ) : (
        <ul className={classes.items}>
          {data.map((series) => (
            <li key={series.id}>
              <SeriesItem series={series} canSchedule={canSchedule} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
