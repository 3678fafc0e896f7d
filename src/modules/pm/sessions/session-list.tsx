import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { zoneLabelIfDifferent } from '@/platform/time';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type GroupSessionsRequest, groupSessionsQueryOptions } from './api/get-group-sessions';
import { DownloadCalendarButton } from './calendar-files';
import { GroupSeries } from './series/group-series';
import { useSessionAddress } from './session-address';
import { SessionDialogs } from './session-dialogs';
import classes from './session-list.module.css';
import { SessionListItem } from './session-list-item';
import { SessionPanel } from './session-panel';
import { usePeople } from './use-people';

const STEP = 10;

interface SessionListProps {
  groupId: string;
  groupName: string;
  /** False for a group that takes no sessions (not active, deleted). */
  canSchedule?: boolean;
}

/** Upcoming and past sessions of one group. Brings the panel and the dialogs along; they live in the address. */
export function SessionList({ groupId, groupName, canSchedule = true }: SessionListProps) {
  const { can } = usePermissions();
  const { timezone } = useOrganization();
  const { openNew } = useSessionAddress();
  const zone = zoneLabelIfDifferent(timezone);
  if (!can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW))
    return (
      <Text size="sm" c="dimmed">
        Your role does not include the schedule.
      </Text>
    );
  return (
    <Stack gap="xl">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {zone && `Times are ${zone}.`}
        </Text>
        <Group gap="xs">
          <DownloadCalendarButton what={{ kind: 'group', groupId, groupName }} />
          {canSchedule && (
            <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
              <Button
                leftSection={<IconCalendarPlus size={16} aria-hidden />}
                onClick={() => openNew({ group: groupId })}
              >
                Schedule a session
              </Button>
            </Can>
          )}
        </Group>
      </Group>
      <GroupSeries groupId={groupId} canSchedule={canSchedule} />
      <Section title="Upcoming" when="upcoming" groupId={groupId} none="No session is planned." />
      <Section title="Past" when="past" groupId={groupId} none="There has been no session yet." />
      <SessionPanel />
      <SessionDialogs />
    </Stack>
  );
}

interface SectionProps {
  title: string;
  groupId: string;
  when: GroupSessionsRequest['when'];
  none: string;
}

function Section({ title, groupId, when, none }: SectionProps) {
  const { id } = useOrganization();
  const headingId = useId();
  const people = usePeople();
  const { openSession } = useSessionAddress();
  const [limit, setLimit] = useState(STEP);
  const { data, error, isError, isPlaceholderData, refetch } = useQuery(
    groupSessionsQueryOptions(id, { groupId, when, limit }),
  );
  return (
    <Stack gap="xs" component="section" aria-labelledby={headingId}>
      <Title order={2} size="h4" id={headingId}>
        {title}
      </Title>
      {isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <ListSkeleton rows={3} />
      ) : data.sessions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <>
          <ul className={classes.items}>
            {data.sessions.map((session) => (
              <li key={session.id}>
                <SessionListItem session={session} people={people} onOpen={() => openSession(session.id)} />
              </li>
            ))}
          </ul>
          {data.total > data.sessions.length && (
            <Button
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
              loading={isPlaceholderData}
              onClick={() => setLimit(limit + STEP * 2)}
            >
              Show more of {data.total}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
