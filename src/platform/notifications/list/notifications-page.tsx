import { ActionIcon, Group, SegmentedControl, Stack, Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { useUrlState } from '@/platform/query';
import { zoneLabelIfDifferent } from '@/platform/time';
import { ErrorState, ListSkeleton, PageHeader, ProblemAlert } from '@/platform/ui';
import { notificationsQueryOptions } from '../api/get-notifications';
import { type ListView, listView } from './list-view';
import { MarkAllButton } from './mark-all-button';
import { NothingToRead } from './nothing-to-read';
import { NotificationList } from './notification-list';
import { NotificationPaging } from './notification-paging';

/** All that the person was told in this organization. */
export function NotificationsPage() {
  const { slug, timezone } = useOrganization();
  const [view, setView] = useUrlState(listView);
  const zone = zoneLabelIfDifferent(timezone);
  return (
    <Stack maw={760} gap={0}>
      <PageHeader
        title="Notifications"
        subtitle={zone && `Times are in ${zone}.`}
        action={
          <Group gap="xs">
            <MarkAllButton />
            <Tooltip label="Notification settings">
              <ActionIcon
                component={Link}
                to={`/o/${slug}/settings/notifications`}
                variant="default"
                size={36}
                aria-label="Notification settings"
              >
                <IconSettings size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        }
      />
      <SegmentedControl
        mb="md"
        w="fit-content"
        aria-label="Which notifications"
        value={view.show}
        onChange={(show) => setView({ show: listView.shape.show.parse(show), before: 0 })}
        data={[
          { value: 'all', label: 'All' },
          { value: 'unread', label: 'Unread' },
        ]}
      />
      <Results view={view} onChange={setView} />
    </Stack>
  );
}

function Results({ view, onChange }: { view: ListView; onChange: (changes: Partial<ListView>) => void }) {
  const { id } = useOrganization();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    notificationsQueryOptions(id, { unreadOnly: view.show === 'unread', before: view.before || null }),
  );
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={8} />;
  return (
    <div aria-busy={isPlaceholderData}>
      <ProblemAlert error={error} />
      {data.notifications.length === 0 ? (
        <NothingToRead view={view} onChange={onChange} />
      ) : (
        <NotificationList notifications={data.notifications} framed />
      )}
      <NotificationPaging page={data} before={view.before} onChange={onChange} />
    </div>
  );
}
