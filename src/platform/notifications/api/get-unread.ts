import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { notificationKeys } from './keys';
import { type Notification, readNotifications } from './read-notifications';

export interface Unread {
  count: number;
  /** The latest of them, the very latest first. */
  latest: Notification[];
}

async function getUnread(organizationId: string): Promise<Unread> {
  const { data, count } = await readNotifications(organizationId, 'exact').is('read_at', null).limit(10).throwOnError();
  return { count: count ?? data.length, latest: data };
}

export function unreadQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: notificationKeys.unread(organizationId),
    queryFn: () => getUnread(organizationId),
  });
}

/** How many notifications of the open organization the person has not read, and the latest of them. */
export function useUnread() {
  return useQuery(unreadQueryOptions(useOrganization().id));
}
