import * as z from 'zod';
import { addDays } from '@/platform/time';
import { GROUP_TYPE_KEYS } from '@/platform/ui';
import type { ReportQuestion } from './api/report-question';

/** As far as the database counts; beyond the year 9999 there are no dates to write at all. */
const isCounted = (date: string) => date >= '1990-01-01' && date <= '2199-12-24';
const day = z.union([z.iso.date().refine(isCounted), z.literal('')]).default('');
const id = z.union([z.guid(), z.literal('')]).default('');

const MOST_DAYS = 400;

/** What the address says about the reports. */
export const reportView = z.object({
  view: z.enum(['hours', 'sessions', 'waitlist', 'no-shows']).default('hours'),
  /** A day of the week whose program hours are shown; '' for this week. */
  week: day,
  range: z.enum(['4', '12', '26', 'dates']).default('12'),
  ...{ from: day, to: day, group: id, facilitator: id },
  type: z.union([z.enum(GROUP_TYPE_KEYS), z.literal('')]).default(''),
  by: z.enum(['group', 'type', 'facilitator']).default('group'),
});
export type ReportView = z.output<typeof reportView>;
export type ChangeView = (changes: Partial<ReportView>) => void;

/** The Monday of the week that holds the day. Calendar days, `YYYY-MM-DD`. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** The days that a range means when it is asked for today: whole weeks up to today, this one included, or the dates. */
export function daysOfRange({ range, from, to }: Pick<ReportView, 'range' | 'from' | 'to'>, today: string) {
  if (range !== 'dates') return { from: addDays(mondayOf(today), -7 * (Number(range) - 1)), to: today };
  const last = to === '' ? today : to;
  return { from: from === '' ? addDays(last, -83) : from, to: last };
}

/** Why a range cannot be reported, in a sentence, or null; the database refuses it too (INVALID_INPUT). */
export function rangeProblem({ from, to }: { from: string; to: string }): string | null {
  if (to < from) return 'The last day is before the first.';
  return addDays(from, MOST_DAYS) <= to ? `A report covers at most ${MOST_DAYS} days.` : null;
}

/** What the address asks the database. */
export function questionOf(view: ReportView, today: string): ReportQuestion {
  const { group, type, facilitator } = view;
  return { ...daysOfRange(view, today), group, type, facilitator };
}
