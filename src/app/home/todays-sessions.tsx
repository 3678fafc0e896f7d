import { Anchor, Box } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { EmptyState, ErrorState, ListSkeleton } from '@/platform/ui';
import { useTodaysSessions } from './api/get-todays-sessions';
import { HomeSection } from './home-section';
import { SessionRow } from './session-row';
import classes from './session-row.module.css';

/** What takes place today, on the organization's clock. */
export function TodaysSessions() {
  const { slug } = useOrganization();
  const sessions = useTodaysSessions();
  const schedule = (
    <Anchor component={Link} to={`/o/${slug}/pm/schedule`} size="sm">
      Open the schedule
    </Anchor>
  );
  return (
    <HomeSection title="Today’s sessions" aside={schedule}>
      {!sessions.data && !sessions.isError && (
        <Box px="md" pb="md">
          <ListSkeleton rows={4} />
        </Box>
      )}
      {!sessions.data && sessions.isError && <ErrorState error={sessions.error} onRetry={sessions.refetch} />}
      {sessions.data?.length === 0 && (
        <EmptyState icon={IconCalendarOff} title="No sessions today" description="The schedule has the coming ones." />
      )}
      {sessions.data && sessions.data.length > 0 && (
        <ul className={classes.list}>
          {sessions.data.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
    </HomeSection>
  );
}
