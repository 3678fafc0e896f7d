import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatTimestamp, todayIn } from '@/platform/time';
import { EmptyState, ErrorState, ListSkeleton } from '@/platform/ui';
import { activitySentence, groupsSpokenOf, sessionSpokenOf } from './activity-sentence';
import classes from './activity-tab.module.css';
import { type ActivityEntry, useActivity } from './api/get-activity';
import { useGroupNames } from './api/get-group-names';
import { personName } from './person-name';
import { useMemberNames } from './use-member-names';

/** What happened to the group, its sessions and its seats, latest first. */
export function ActivityTab({ groupId }: { groupId: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useActivity(groupId);
  const nameGroup = useGroupNames(
    data?.pages.flatMap(({ entries }) => entries.flatMap(({ metadata }) => groupsSpokenOf(metadata))) ?? [],
  );
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={8} />;
  const entries = data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={IconHistory}
        title="Nothing has happened yet"
        description="Changes of the group, its sessions and its seats are listed here."
      />
    );
  }
  return (
    <Stack align="flex-start">
      <ol className={classes.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} groupId={groupId} nameGroup={nameGroup} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show earlier activity
        </Button>
      )}
    </Stack>
  );
}

interface EntryProps {
  entry: ActivityEntry;
  groupId: string;
  nameGroup: (id: string) => string;
}

function Entry({ entry, groupId, nameGroup }: EntryProps) {
  const { timezone } = useOrganization();
  const nameMember = useMemberNames();
  const sentence = activitySentence(
    {
      ...entry,
      who: entry.performed_by ? nameMember(entry.performed_by) : 'The system',
      patient: personName(entry.patient),
    },
    { member: nameMember, group: nameGroup },
  );
  return (
    <li className={classes.entry}>
      <Text size="sm" className={classes.sentence}>
        {sentence} <TellLink entry={entry} groupId={groupId} />
      </Text>
      <Text size="xs" c="dimmed" component="time" dateTime={entry.created_at}>
        {formatTimestamp(entry.created_at, timezone)}
      </Text>
    </li>
  );
}

/** From a session that was cancelled and is still to come to those who must be told. */
function TellLink({ entry, groupId }: { entry: ActivityEntry; groupId: string }) {
  const { slug, timezone } = useOrganization();
  const { can } = usePermissions();
  const session = entry.action === 'session_cancelled' ? sessionSpokenOf(entry.metadata) : null;
  if (!session || session.date < todayIn(timezone) || !can(PM_PERMISSIONS.PATIENTS_VIEW)) return null;
  return (
    <Anchor component={Link} to={`/o/${slug}/pm/groups/${groupId}/tell/${session.id}`} inherit>
      Who to tell
    </Anchor>
  );
}
