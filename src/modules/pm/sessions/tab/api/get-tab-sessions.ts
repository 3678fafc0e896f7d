import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { sessionKeys } from '../../api/keys';
import { toSession } from '../../api/session-row';
import { type TabRequest, tabSessions } from './tab-sessions';

export const PAGE_SIZE = 25;

/** PostgREST's refusal of a page that begins after the last row. */
const PAST_THE_END = 'PGRST103';

/** One page of a group's sessions and how many there are in all; a page past the end is empty. */
async function getTabSessions(organizationId: string, request: TabRequest, signal: AbortSignal) {
  const now = new Date().toISOString();
  const offset = (request.filters.page - 1) * PAGE_SIZE;
  const { data, count, error } = await tabSessions(organizationId, request, now)
    .range(offset, offset + PAGE_SIZE - 1)
    .abortSignal(signal);
  if (!error) return { sessions: data.map(toSession), total: count ?? data.length };
  if (error.code !== PAST_THE_END) throw error;
  const present = await tabSessions(organizationId, request, now).limit(1).abortSignal(signal).throwOnError();
  return { sessions: [], total: present.count ?? 0 };
}

export type TabSession = Awaited<ReturnType<typeof getTabSessions>>['sessions'][number];

function tabSessionsQueryOptions(organizationId: string, request: TabRequest) {
  return queryOptions({
    queryKey: sessionKeys.tab(organizationId, request),
    queryFn: ({ signal }) => getTabSessions(organizationId, request, signal),
    placeholderData: keepPreviousData,
  });
}

/** The page of the group's sessions that the address asks for. */
export function useTabSessions(request: TabRequest) {
  return useQuery(tabSessionsQueryOptions(useOrganization().id, request));
}
