import { Button, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { EmptyState, ErrorState, ListSkeleton } from '@/platform/ui';
import { activitySentence, groupsSpokenOf } from './activity-sentence';
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
          <Entry key={entry.id} entry={entry} nameGroup={nameGroup} />
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

function Entry({ entry, nameGroup }: { entry: ActivityEntry; nameGroup: (id: string) => string }) {
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
        {sentence}
      </Text>
      <Text size="xs" c="dimmed" component="time" dateTime={entry.created_at}>
        {formatTimestamp(entry.created_at, timezone)}
      </Text>
    </li>
  );
}
