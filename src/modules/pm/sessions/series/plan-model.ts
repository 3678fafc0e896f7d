import type { DateChange, SeriesPreview } from './api/preview-series';
import type { SeriesConflict } from './api/series-conflict';

/** What was mended by hand on one date. */
export interface Mend extends Omit<DateChange, 'session_date'> {
  /** True: left out. False: kept, although the rule's EXDATE leaves it out. */
  skip?: boolean;
}

/** By the date in the rule. */
export type Mends = Readonly<Record<string, Mend>>;

/** closed: left out, because the clinic is closed on that day. */
export type DateState = 'checking' | 'free' | 'conflict' | 'skipped' | 'closed';

export interface PlannedDate {
  /** The date in the rule, `YYYY-MM-DD`. */
  date: string;
  mend: Mend;
  state: DateState;
  conflicts: readonly SeriesConflict[];
}

/** Each date with its state. `preview` is undefined until the first answer is there. */
export function plannedDates(
  dates: readonly string[],
  exceptions: readonly string[],
  mends: Mends,
  preview: SeriesPreview | undefined,
): PlannedDate[] {
  return dates.map((date) => {
    const mend = mends[date] ?? {};
    const conflicts = preview?.[date];
    if (isLeftOut(date, exceptions, mend)) return { date, mend, state: 'skipped', conflicts: [] };
    if (!conflicts) return { date, mend, state: 'checking', conflicts: [] };
    return { date, mend, state: stateOf(conflicts), conflicts };
  });
}

function isLeftOut(date: string, exceptions: readonly string[], mend: Mend): boolean {
  return mend.skip ?? exceptions.includes(date);
}

function stateOf(conflicts: readonly SeriesConflict[]): DateState {
  if (conflicts.some(({ kind }) => kind === 'closed_day')) return 'closed';
  return conflicts.length > 0 ? 'conflict' : 'free';
}

/** The dates to ask the server about: all but those that were left out by hand or by EXDATE. */
export function datesToCheck(dates: readonly string[], exceptions: readonly string[], mends: Mends): string[] {
  return dates.filter((date) => !isLeftOut(date, exceptions, mends[date] ?? {}));
}

/** What the server is told of the mended dates among `dates`. */
export function dateChanges(dates: readonly string[], mends: Mends): DateChange[] {
  return dates.flatMap((date) => {
    const { skip, ...change } = mends[date] ?? {};
    return Object.keys(change).length > 0 ? { session_date: date, ...change } : [];
  });
}

export interface PlanCounts {
  all: number;
  free: number;
  conflicts: number;
  skipped: number;
  checking: number;
}

export function planCounts(planned: readonly PlannedDate[]): PlanCounts {
  const count = (...states: DateState[]) => planned.filter(({ state }) => states.includes(state)).length;
  return {
    all: planned.length,
    free: count('free'),
    conflicts: count('conflict'),
    skipped: count('skipped', 'closed'),
    checking: count('checking'),
  };
}

/** "10 sessions, 2 conflicts, 1 skipped". */
export function countsSentence({ all, conflicts, skipped }: PlanCounts): string {
  return [
    plural(all, 'session'),
    conflicts === 0 ? 'no conflicts' : plural(conflicts, 'conflict'),
    skipped > 0 && `${skipped} skipped`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** "1 session", "10 sessions". */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** The mends with those of one date replaced; an empty mend is none. */
export function withMend(mends: Mends, date: string, mend: Mend): Mends {
  const { [date]: _, ...others } = mends;
  return Object.keys(mend).length > 0 ? { ...others, [date]: mend } : others;
}
