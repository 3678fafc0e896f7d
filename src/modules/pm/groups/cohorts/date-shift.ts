import { addDays, daysBetween } from '@/platform/time';

/** The database moves dates by at most so many days, either way. */
export const MOST_DAYS = 3660;

const USUAL_WEEKS = 12;

interface Dated {
  start_date: string | null;
  end_date: string | null;
}

/** A date so many days later; null stays null. */
export function shifted(date: string | null, days: number): string | null {
  return date === null ? null : addDays(date, days);
}

/**
 * How many days the next cycle is later: whole weeks, so that weekdays stay, and as few as bring it past the end of the
 * present one; 12 weeks when no group has both dates.
 */
export function suggestedDays(groups: readonly Dated[]): number {
  const starts = groups.flatMap(({ start_date, end_date }) => (start_date && end_date ? [start_date] : [])).sort();
  const ends = groups.flatMap(({ start_date, end_date }) => (start_date && end_date ? [end_date] : [])).sort();
  const [first, last] = [starts[0], ends.at(-1)];
  if (first === undefined || last === undefined) return USUAL_WEEKS * 7;
  return withinReach(Math.ceil((daysBetween(first, last) + 1) / 7) * 7);
}

/** The nearest number of days that the database moves by. */
export function withinReach(days: number): number {
  return Math.max(-MOST_DAYS, Math.min(MOST_DAYS, Math.trunc(days)));
}

/** Days as whole weeks and what is left, both with the sign of the whole. */
export function weeksAndDays(days: number): { weeks: number; days: number } {
  const weeks = Math.trunc(days / 7);
  return { weeks, days: days - weeks * 7 };
}

/** "12 weeks later", "1 week and 2 days earlier", "on the same dates". */
export function shiftWords(days: number): string {
  if (days === 0) return 'on the same dates';
  const parts = weeksAndDays(Math.abs(days));
  const words = [counted(parts.weeks, 'week'), counted(parts.days, 'day')]
    .filter((part) => part !== null)
    .join(' and ');
  return `${words} ${days > 0 ? 'later' : 'earlier'}`;
}

function counted(count: number, word: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

/** The group that starts first, of those that have a start. */
export function firstToStart<Group extends Dated>(groups: readonly Group[]): (Group & { start_date: string }) | null {
  return groups.reduce<(Group & { start_date: string }) | null>((first, group) => {
    const { start_date } = group;
    if (start_date === null || (first !== null && first.start_date <= start_date)) return first;
    return { ...group, start_date };
  }, null);
}
