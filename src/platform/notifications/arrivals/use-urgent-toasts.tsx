import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { useUrgent } from '../api/get-urgent';
import type { Notification } from '../api/read-notifications';
import { notificationAddress } from '../notification-address';
import { takeUntold } from './told-urgent';
import { UrgentWords } from './urgent-words';

/** More would cover what one works at; the bell has the others, in front of everything else. */
const MOST_AT_ONCE = { phone: 1, desk: 3 };

/**
 * A toast for each flagged answer, once in this browser; it stays until it is closed, followed or read elsewhere. The page of the
 * session itself says it already. Where there is no room for all, the latest stay.
 */
export function useUrgentToasts(): void {
  const { id: organizationId, slug } = useOrganization();
  const userId = useUser().id;
  const { pathname } = useLocation();
  const isPhone = useMediaQuery('(max-width: 37.5em)', undefined, { getInitialValueInEffect: false });
  const { data: urgent } = useUrgent();
  // In the order in which they came.
  const shown = useRef(new Set<number>());

  useEffect(() => {
    if (!urgent) return;
    const isHere = (notification: Notification) => notificationAddress(notification, slug) === pathname;
    for (const id of shown.current) {
      if (!urgent.some((unread) => unread.id === id && !isHere(unread))) take(id, shown.current);
    }
    // A window that nobody looks at would tell it to nobody.
    if (document.visibilityState !== 'visible') return;
    const most = isPhone ? MOST_AT_ONCE.phone : MOST_AT_ONCE.desk;
    const untold = takeUntold(urgent, `${userId}.${organizationId}`).filter((notification) => !isHere(notification));
    for (const notification of untold.slice(0, most).reverse()) {
      shown.current.add(notification.id);
      notifications.show({
        id: toastId(notification.id),
        color: 'red',
        icon: <IconAlertTriangle size={18} aria-hidden />,
        title: 'Urgent',
        autoClose: false,
        onClose: () => shown.current.delete(notification.id),
        message: <UrgentWords notification={notification} onFollow={() => take(notification.id, shown.current)} />,
      });
    }
    for (const id of [...shown.current].slice(0, -most)) take(id, shown.current);
  }, [urgent, userId, organizationId, slug, pathname, isPhone]);

  // Names of patients do not outlast the organization's pages.
  useEffect(() => {
    const open = shown.current;
    return () => {
      for (const id of open) take(id, open);
    };
  }, []);
}

function take(id: number, shown: Set<number>): void {
  shown.delete(id);
  notifications.hide(toastId(id));
}

function toastId(id: number): string {
  return `urgent-${id}`;
}
