import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { closedDaysQueryOptions, useOrganization } from '@/platform/organizations';
import { formatLongDate } from '@/platform/time';
import { visibleDates } from './calendar-range';
import type { CalendarView } from './schedule-address';

/** Names of closed days by their date (`YYYY-MM-DD`). */
export type ClosedDays = ReadonlyMap<string, string>;

const NONE: ClosedDays = new Map();

/** The closed days of a view. They only explain: the calendar does not wait for them, nor fail with them. */
export function useClosedDays(view: CalendarView, date: string): ClosedDays {
  const { id } = useOrganization();
  const { start, end } = visibleDates(view, date);
  const to = Temporal.PlainDate.from(end).subtract({ days: 1 }).toString();
  const { data } = useQuery(closedDaysQueryOptions(id, { from: start, to }));
  return useMemo(() => (data ? new Map(data.map(({ closed_on, name }) => [closed_on, name])) : NONE), [data]);
}

/** "Closed on Thursday, November 26, 2026: Thanksgiving", a sentence for each day, by date. */
export function closedSentences(days: ClosedDays): string[] {
  return [...days].map(([date, name]) => `Closed on ${formatLongDate(date)}: ${name}`);
}
