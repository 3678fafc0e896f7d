import { dateFormat } from '@/platform/time';

/** A calendar date with its weekday, "Tue, Nov 24", with the year unless it is `thisYear`. */
export function dayWords(date: string, thisYear: string): string {
  return dateFormat({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(date.startsWith(thisYear) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
