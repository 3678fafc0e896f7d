import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { LOG_PAGE_SIZE, type Reading, readAll } from '@/platform/audit';
import { useOrganization } from '@/platform/organizations';
import type { LogLine, LogPage } from '../audit-log/log-line';
import type { ActivityFilter } from '../audit-log/log-view';
import { activityEntries, readEntries } from './activity-entries';
import { activityLines } from './activity-lines';
import { recordKeys } from './keys';

/** One page of what happened to groups and seats, latest first. */
async function getActivityPage(
  organizationId: string,
  filter: ActivityFilter,
  page: number,
  signal: AbortSignal,
): Promise<LogPage> {
  const first = (page - 1) * LOG_PAGE_SIZE;
  // One more than is shown tells whether there is more.
  const entries = await readEntries(organizationId, filter, { first, last: first + LOG_PAGE_SIZE, signal });
  const { lines, people, names } = await activityLines(organizationId, entries.slice(0, LOG_PAGE_SIZE), filter);
  return {
    lines,
    hasMore: entries.length > LOG_PAGE_SIZE,
    people: new Map([...people].map(([id, { full_name }]) => [id, full_name])),
    patient: names.get(filter.patient) ?? null,
  };
}

function activityPageQueryOptions(organizationId: string, filter: ActivityFilter, page: number) {
  return queryOptions({
    queryKey: recordKeys.activityPage(organizationId, { ...filter, page }),
    queryFn: ({ signal }) => getActivityPage(organizationId, filter, page, signal),
    // A log grows by itself: every look is at the present one.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** A page of the log of groups and seats, numbered from 1. */
export function useActivityPage(filter: ActivityFilter, page: number) {
  return useQuery(activityPageQueryOptions(useOrganization().id, filter, page));
}

/** All entries that a filter leaves, as they are exported. Rejects when the reading is stopped. */
export async function readAllActivity(
  organizationId: string,
  filter: ActivityFilter,
  reading: Reading,
): Promise<LogLine[]> {
  const entries = await readAll(({ before, limit, signal }) => {
    const request = activityEntries(organizationId, filter, before === null);
    return (before === null ? request : request.lt('id', before))
      .order('id', { ascending: false })
      .limit(limit)
      .abortSignal(signal)
      .throwOnError();
  }, reading);
  return (await activityLines(organizationId, entries, filter)).lines;
}
