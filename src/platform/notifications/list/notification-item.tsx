import { Badge, Group, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { useMarkRead } from '../api/mark-read';
import type { Notification } from '../api/read-notifications';
import { notificationAddress } from '../notification-address';
import { URGENT_KIND } from '../notification-kinds';
import { notificationLook } from '../notification-look';
import { notificationSentence } from '../notification-sentence';
import { timeAgo } from '../time-ago';
import classes from './notification-list.module.css';

interface NotificationItemProps {
  notification: Notification;
  now: Date;
  onFollow: (() => void) | undefined;
}

/** One notification; following it marks it as read. */
export function NotificationItem({ notification, now, onFollow }: NotificationItemProps) {
  const { slug, timezone } = useOrganization();
  const { mutate: markRead } = useMarkRead();
  const { id, kind, created_at, read_at } = notification;
  const { icon: KindIcon, color } = notificationLook(kind);
  const unread = read_at === null;

  function follow() {
    if (unread) markRead({ id });
    onFollow?.();
  }

  return (
    <Link to={notificationAddress(notification, slug)} className={classes.link} onClick={follow}>
      <ThemeIcon variant="light" color={color} size={32} radius="xl">
        <KindIcon size={18} stroke={1.6} aria-hidden />
      </ThemeIcon>
      <div className={classes.words}>
        <Text size="sm" fw={unread ? 600 : 400}>
          {unread && <VisuallyHidden>Unread: </VisuallyHidden>}
          {notificationSentence(notification, now)}
        </Text>
        <Group gap="xs" mt={2}>
          {kind === URGENT_KIND && (
            <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
              Urgent
            </Badge>
          )}
          <Text
            size="xs"
            c="dimmed"
            component="time"
            dateTime={created_at}
            title={formatTimestamp(created_at, timezone)}
          >
            {timeAgo(created_at, now, timezone)}
          </Text>
        </Group>
      </div>
      {unread && <span className={classes.dot} />}
    </Link>
  );
}
