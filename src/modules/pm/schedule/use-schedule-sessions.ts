import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { groupSeatsQueryOptions, type Session, sessionsBetweenQueryOptions } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { instantsOf, stepDate, visibleDates } from './calendar-range';
import type { CalendarView } from './schedule-address';

/** A view of a date with its sessions. */
export interface ShownRange {
  view: CalendarView;
  date: string;
  sessions: readonly Session[];
}

/**
 * The sessions of a view. `shown` stays the range before until the wanted one has come, so that a range is never shown
 * without its sessions; `error` is that of the wanted range. The neighbours are fetched ahead.
 */
export function useScheduleSessions(view: CalendarView, date: string) {
  const { id, timezone } = useOrganization();
  const queryClient = useQueryClient();
  const wanted = useMemo(() => instantsOf(visibleDates(view, date), timezone), [view, date, timezone]);
  const query = useQuery(sessionsBetweenQueryOptions(id, wanted));
  const { data, isError, error, isFetching, refetch } = query;

  const [shown, setShown] = useState<ShownRange | null>(null);
  if (data && (shown?.view !== view || shown.date !== date || shown.sessions !== data))
    setShown({ view, date, sessions: data });

  const arrived = data !== undefined;
  useEffect(() => {
    if (!arrived) return;
    for (const step of [1, -1]) {
      const next = instantsOf(visibleDates(view, stepDate(view, date, step)), timezone);
      void queryClient.prefetchQuery(sessionsBetweenQueryOptions(id, next));
    }
  }, [arrived, view, date, timezone, id, queryClient]);

  return {
    shown,
    error: isError ? error : null,
    isCurrent: arrived,
    isWaiting: isFetching && !arrived,
    retry: refetch,
  };
}

/** Seats of the groups whose sessions are shown; undefined for those who may not see enrollments. */
export function useSeatsOf(sessions: readonly Session[]) {
  const { id } = useOrganization();
  const { can } = usePermissions();
  const groupIds = useMemo(() => sessions.flatMap(({ group }) => (group === null ? [] : group.id)), [sessions]);
  const { data } = useQuery({
    ...groupSeatsQueryOptions(id, groupIds),
    enabled: can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) && groupIds.length > 0,
    // Other weeks mostly have the same groups: better the last figures than none.
    placeholderData: (before) => before,
  });
  return data;
}
