import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { SessionStateBadge } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime, zoneLabelIfDifferent } from '@/platform/time';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type NextSession, useNextSessions } from './api/get-next-sessions';

/** The sessions that run or come next, and the way to all of them. */
export function NextSessions({ groupId }: { groupId: string }) {
  const { slug } = useOrganization();
  return (
    <Paper p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2}>Next sessions</Title>
        <Anchor component={Link} to={`/o/${slug}/pm/groups/${groupId}/sessions`} size="sm">
          All sessions
        </Anchor>
      </Group>
      <Sessions groupId={groupId} />
    </Paper>
  );
}

function Sessions({ groupId }: { groupId: string }) {
  const { timezone } = useOrganization();
  const { data, error, refetch } = useNextSessions(groupId);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={2} />;
  if (data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        None planned.
      </Text>
    );
  }
  const zone = zoneLabelIfDifferent(timezone);
  return (
    <>
      {zone && (
        <Text size="xs" c="dimmed" mb="xs">
          Times are {zone}.
        </Text>
      )}
      <SessionRows sessions={data} timezone={timezone} />
    </>
  );
}

function SessionRows({ sessions, timezone }: { sessions: readonly NextSession[]; timezone: string }) {
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {sessions.map((session) => (
        <Group key={session.id} component="li" justify="space-between" gap="xs">
          <div>
            <Text size="sm">{formatSessionTime(session.starts_at, session.ends_at, timezone)}</Text>
            {session.location && (
              <Text size="xs" c="dimmed">
                {session.location}
              </Text>
            )}
          </div>
          <SessionStateBadge session={session} />
        </Group>
      ))}
    </Stack>
  );
}
