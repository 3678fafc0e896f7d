import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { LATEST, notificationsQueryOptions } from '../api/get-notifications';
import { useUrgent } from '../api/get-urgent';
import { unreadFirst } from '../marking';
import { MarkAllButton } from './mark-all-button';
import { NotificationList } from './notification-list';
import classes from './notification-popover.module.css';

interface NotificationPopoverProps {
  /** The id of the title, which names the popover. */
  titleId: string;
  onClose: () => void;
}

/** The latest notifications under the bell, unread ones first. */
export function NotificationPopover({ titleId, onClose }: NotificationPopoverProps) {
  const { slug } = useOrganization();
  return (
    <>
      <Group className={classes.head} justify="space-between" wrap="nowrap">
        <Text id={titleId} fw={600} component="h2" size="md">
          Notifications
        </Text>
        <Group gap={4} wrap="nowrap">
          <MarkAllButton size="compact-sm" variant="subtle" />
          <Tooltip label="Notification settings">
            <ActionIcon
              component={Link}
              to={`/o/${slug}/settings/notifications`}
              variant="subtle"
              color="gray"
              size={32}
              aria-label="Notification settings"
              onClick={onClose}
            >
              <IconSettings size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <div className={classes.body}>
        <Latest onClose={onClose} />
      </div>
      <div className={classes.foot}>
        <Button component={Link} to={`/o/${slug}/notifications`} variant="subtle" fullWidth onClick={onClose}>
          All notifications
        </Button>
      </div>
    </>
  );
}

function Latest({ onClose }: { onClose: () => void }) {
  const { id } = useOrganization();
  const { data, error, refetch } = useQuery(notificationsQueryOptions(id, LATEST));
  const { data: urgent = [] } = useUrgent();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data)
    return (
      <div className={classes.waiting}>
        <ListSkeleton rows={4} />
      </div>
    );
  const shown = unreadFirst(data.notifications, urgent);
  if (shown.length === 0)
    return (
      <Text size="sm" c="dimmed" p="lg" ta="center">
        No notifications yet.
      </Text>
    );
  return <NotificationList notifications={shown} onFollow={onClose} />;
}
