import {
  type Icon,
  IconAlertTriangle,
  IconArrowUp,
  IconBell,
  IconCalendarCheck,
  IconCalendarOff,
  IconCalendarTime,
  IconCalendarX,
  IconClockExclamation,
  IconHourglass,
} from '@tabler/icons-react';
import type { NotificationKind } from './notification-kinds';

export interface NotificationLook {
  icon: Icon;
  color: string;
}

const LOOKS: Readonly<Record<NotificationKind, NotificationLook>> = {
  response_flagged: { icon: IconAlertTriangle, color: 'red' },
  patient_promoted: { icon: IconArrowUp, color: 'green' },
  session_cancelled: { icon: IconCalendarOff, color: 'gray' },
  session_rescheduled: { icon: IconCalendarTime, color: 'blue' },
  approval_requested: { icon: IconHourglass, color: 'yellow' },
  approval_granted: { icon: IconCalendarCheck, color: 'green' },
  approval_rejected: { icon: IconCalendarX, color: 'gray' },
  short_of_hours: { icon: IconClockExclamation, color: 'yellow' },
};

const UNKNOWN: NotificationLook = { icon: IconBell, color: 'gray' };

/** The icon and colour of a kind; the bell for one that this version of the app does not know. */
export function notificationLook(kind: string): NotificationLook {
  return Object.entries(LOOKS).find(([known]) => known === kind)?.[1] ?? UNKNOWN;
}
