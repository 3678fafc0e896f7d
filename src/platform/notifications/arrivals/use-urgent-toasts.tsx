import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { useUrgent } from '../api/get-urgent';
import { takeUntold } from './told-urgent';
import { UrgentWords } from './urgent-words';

/** As many as a phone has room for; the bell has the others, in front of everything else. */
const MOST_AT_ONCE = 3;

/** A toast for each flagged answer, once in this browser; it stays until it is closed, followed or read elsewhere. */
export function useUrgentToasts(): void {
  const { id: organizationId } = useOrganization();
  const userId = useUser().id;
  const { data: urgent } = useUrgent();
  const shown = useRef(new Set<number>());

  useEffect(() => {
    if (!urgent) return;
    for (const id of shown.current) {
      if (!urgent.some((unread) => unread.id === id)) hide(id);
    }
    // A window that nobody looks at would tell it to nobody.
    if (document.visibilityState !== 'visible') return;
    for (const notification of takeUntold(urgent, `${userId}.${organizationId}`).slice(0, MOST_AT_ONCE)) {
      shown.current.add(notification.id);
      notifications.show({
        id: toastId(notification.id),
        color: 'red',
        icon: <IconAlertTriangle size={18} aria-hidden />,
        title: 'Urgent',
        autoClose: false,
        message: <UrgentWords notification={notification} onFollow={() => hide(notification.id)} />,
      });
    }
  }, [urgent, userId, organizationId]);

  // Names of patients do not outlast the organization's pages.
  useEffect(() => {
    const open = shown.current;
    return () => open.forEach(hide);
  }, []);
}

function hide(id: number): void {
  notifications.hide(toastId(id));
}

function toastId(id: number): string {
  return `urgent-${id}`;
}
