import type { QueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';

const FEATURE = 'sessions';

/** Query keys of sessions. What is told about groups lies under their prefix, so that a change of a group reaches it. */
export const sessionKeys = {
  all: (organizationId: string) => queryKey(organizationId, FEATURE),
  range: (organizationId: string, range: object) => queryKey(organizationId, FEATURE, 'range', range),
  ranges: (organizationId: string) => queryKey(organizationId, FEATURE, 'range'),
  ofGroup: (organizationId: string, args: object) => queryKey(organizationId, FEATURE, 'of-group', args),
  detail: (organizationId: string, sessionId: string) => queryKey(organizationId, FEATURE, 'detail', sessionId),
  conflicts: (organizationId: string, args?: object) => queryKey(organizationId, FEATURE, 'conflicts', args),
  rooms: (organizationId: string) => queryKey(organizationId, FEATURE, 'rooms'),
  waitlist: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'enrollments', 'session-waitlist', groupId),
  roster: (organizationId: string, sessionId: string) =>
    queryKey(organizationId, 'enrollments', 'session-roster', sessionId),
  seats: (organizationId: string, groupIds: readonly string[]) =>
    queryKey(organizationId, 'groups', 'session-seats', groupIds),
  policy: (organizationId: string, groupId: string) => queryKey(organizationId, 'groups', 'session-policy', groupId),
  rolesWith: (organizationId: string, permissions: readonly string[]) =>
    queryKey(organizationId, 'permissions', 'roles-with', permissions),
  pending: (organizationId: string, args: object) => queryKey(organizationId, FEATURE, 'pending', args),
  tab: (organizationId: string, args: object) => queryKey(organizationId, FEATURE, 'tab', args),
  groupOptions: (organizationId: string) => queryKey(organizationId, 'groups', 'session-options'),
};

/** After a session has changed: sessions everywhere, the groups' next sessions, and what the start page sums up. */
export async function invalidateSessions(queryClient: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    [FEATURE, 'groups', 'home'].map((feature) =>
      queryClient.invalidateQueries({ queryKey: queryKey(organizationId, feature) }),
    ),
  );
}
