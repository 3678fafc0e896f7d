import { dateFormat, formatDate } from '@/platform/time';

/** "9 h", "8 h 30 min", "45 min". */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours.toLocaleString('en-US')} h` : `${hours.toLocaleString('en-US')} h ${rest} min`;
}

/** "1 session", "2 sessions". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** A part of a whole in percent, rounded; null where there is no whole. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/** "86%", or a dash for what is not known. */
export const percentWords = (value: number | null): string => (value === null ? '–' : `${value}%`);

/** A calendar date as axes have room for: "Nov 16". */
export function shortDate(date: string): string {
  return dateFormat({ month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** How these dates are written on an axis: without the year where all are of one. */
export function axisDates(dates: readonly string[]): (date: string) => string {
  return new Set(dates.map((date) => date.slice(0, 4))).size > 1 ? formatDate : shortDate;
}

/** "Nov 16 – 22", "Nov 30 – Dec 6". */
export function weekWords(first: string, last: string): string {
  const end = first.slice(0, 7) === last.slice(0, 7) ? String(Number(last.slice(8))) : shortDate(last);
  return `${shortDate(first)} – ${end}`;
}
