import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type ListArgs, notificationKeys } from './keys';
import { type Notification, readNotifications } from './read-notifications';

const PAGE_SIZE = 20;

export interface NotificationPage {
  notifications: Notification[];
  hasOlder: boolean;
}

async function getNotifications(organizationId: string, { unreadOnly, before }: ListArgs): Promise<NotificationPage> {
  // One more than is shown tells whether there are older ones.
  let query = readNotifications(organizationId).limit(PAGE_SIZE + 1);
  if (unreadOnly) query = query.is('read_at', null);
  if (before !== null) query = query.lt('id', before);
  const { data } = await query.throwOnError();
  return { notifications: data.slice(0, PAGE_SIZE), hasOlder: data.length > PAGE_SIZE };
}

/** What the popover shows, and where the page begins. */
export const LATEST: ListArgs = { unreadOnly: false, before: null };

/** Twenty of one's notifications, the latest first. */
export function notificationsQueryOptions(organizationId: string, args: ListArgs) {
  return queryOptions({
    queryKey: notificationKeys.list(organizationId, args),
    queryFn: () => getNotifications(organizationId, args),
    placeholderData: keepPreviousData,
  });
}
