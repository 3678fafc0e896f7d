import type { QueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';

const FEATURE = 'closed-days';

/** Query keys of closed days. The count of sessions lies under sessions' prefix, so that a change of one reaches it. */
export const closedDayKeys = {
  list: (organizationId: string, range: object) => queryKey(organizationId, FEATURE, 'list', range),
  sessionCounts: (organizationId: string, dates: readonly string[]) =>
    queryKey(organizationId, 'sessions', 'on-closed-days', dates),
};

/** After a day was closed, renamed or opened: previews of series mark such days, and lie with the sessions. */
export async function invalidateClosedDays(queryClient: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    [FEATURE, 'sessions'].map((feature) =>
      queryClient.invalidateQueries({ queryKey: queryKey(organizationId, feature) }),
    ),
  );
}
