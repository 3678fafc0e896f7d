import type { NotificationPage } from './api/get-notifications';
import type { Unread } from './api/get-unread';

/** One notification, or all up to one: what came meanwhile, and was seen by nobody, stays unread. */
export type Marked = { id: number } | { upTo: number };

/** Whether marking means the notification with this id. */
export function isMarked(id: number, marked: Marked): boolean {
  return 'id' in marked ? id === marked.id : id <= marked.upTo;
}

/** A list as it is once they are read. `readAt`: an ISO timestamp. */
export function pageMarked(page: NotificationPage, marked: Marked, readAt: string): NotificationPage {
  return {
    ...page,
    notifications: page.notifications.map((notification) =>
      isMarked(notification.id, marked) && notification.read_at === null
        ? { ...notification, read_at: readAt }
        : notification,
    ),
  };
}

/** What is left to read. Of those older than the latest ten all are marked, or the one that was is among the ten or uncounted. */
export function unreadMarked({ count, latest }: Unread, marked: Marked): Unread {
  const left = latest.filter(({ id }) => !isMarked(id, marked));
  if ('upTo' in marked) return { count: left.length, latest: left };
  return { count: count - (latest.length - left.length), latest: left };
}

interface Ordered {
  id: number;
  read_at: string | null;
}

/** In which order the popover shows them: flagged answers that nobody has read, what else is unread, the rest. */
export function unreadFirst<Item extends Ordered>(latest: readonly Item[], urgent: readonly Item[]): Item[] {
  const urgentIds = new Set(urgent.map(({ id }) => id));
  const others = latest.filter(({ id }) => !urgentIds.has(id));
  const isUnread = ({ read_at }: Item) => read_at === null;
  return [...urgent, ...others.filter(isUnread), ...others.filter((item) => !isUnread(item))];
}

/** What the bell shows: null for none, "99+" beyond that. */
export function badgeText(count: number): string | null {
  if (count <= 0) return null;
  return count > 99 ? '99+' : String(count);
}

/** What the bell is called, beginning with what it shows, by which those who speak to their computer call it: "3 unread notifications". */
export function bellLabel(count: number): string {
  const shown = badgeText(count);
  return shown === null
    ? 'Notifications, all read'
    : `${shown} unread ${count === 1 ? 'notification' : 'notifications'}`;
}
