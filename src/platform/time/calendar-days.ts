const DAY = 86_400_000;

/** The date some days later, or earlier for a negative number. Dates of the calendar (`YYYY-MM-DD`), no zone. */
export function addDays(date: string, days: number): string {
  return new Date(atMidnight(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when the second is earlier, NaN when one is no date. */
export function daysBetween(from: string, to: string): number {
  return (atMidnight(to) - atMidnight(from)) / DAY;
}

/** Every date from one to another, both inclusive; none when one is no date or the last comes first. */
export function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

function atMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
