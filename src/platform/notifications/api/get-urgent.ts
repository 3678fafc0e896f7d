import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { URGENT_KIND } from '../notification-kinds';
import { notificationKeys } from './keys';
import { readNotifications } from './read-notifications';

/** Asked apart from the rest: a flagged answer must not drown in what else happened meanwhile. */
async function getUrgent(organizationId: string) {
  const { data } = await readNotifications(organizationId)
    .is('read_at', null)
    .eq('kind', URGENT_KIND)
    .limit(10)
    .throwOnError();
  return data;
}

export function urgentQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: notificationKeys.urgent(organizationId),
    queryFn: () => getUrgent(organizationId),
  });
}

/** Flagged answers of which the person has not read, the latest first. */
export function useUrgent() {
  return useQuery(urgentQueryOptions(useOrganization().id));
}
