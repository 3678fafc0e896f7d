const DAY = 86_400_000;

/** Every date from one to another, both inclusive (`YYYY-MM-DD`); none when one is no date or the last comes first. */
export function daysFrom(first: string, last: string): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  const length = (Date.parse(`${last}T00:00:00Z`) - start) / DAY + 1;
  return Array.from({ length }, (_, index) => new Date(start + index * DAY).toISOString().slice(0, 10));
}
