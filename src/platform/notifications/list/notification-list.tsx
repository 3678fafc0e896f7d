import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import type { Notification } from '../api/read-notifications';
import { NotificationItem } from './notification-item';
import classes from './notification-list.module.css';

interface NotificationListProps {
  notifications: readonly Notification[];
  framed?: boolean;
  /** After one was followed. */
  onFollow?: () => void;
}

/** Notifications, each the way to what it speaks of. */
export function NotificationList({ notifications, framed = false, onFollow }: NotificationListProps) {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 30_000, { autoInvoke: true });
  return (
    <ul className={framed ? `${classes.list} ${classes.framed}` : classes.list} aria-label="Notifications">
      {notifications.map((notification) => (
        <li key={notification.id} className={classes.item}>
          <NotificationItem notification={notification} now={now} onFollow={onFollow} />
        </li>
      ))}
    </ul>
  );
}
