import { dateFormat } from '@/platform/time';

interface Begin {
  /** `YYYY-MM-DD` */
  session_date: string;
  /** `HH:MM:SS`, on the clinic's wall clock. */
  start_time: string;
}

/** "Tue, Nov 24, 9:00 AM", with the year when it is not the one of `now`. */
export function beginWords({ session_date, start_time }: Begin, now: Date): string {
  return `${dayWords(session_date, now)}, ${clockWords(start_time)}`;
}

/** "Tue, Nov 24" for `2026-11-24`, with the year when it is not the one of `now`. */
export function dayWords(date: string, now: Date): string {
  const thisYear = date.startsWith(String(now.getFullYear()));
  return dateFormat({
    ...{ weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' },
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(new Date(`${date}T00:00Z`));
}

/** "9:05 AM" for `09:05:00`. */
export function clockWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours % 24 < 12 ? 'AM' : 'PM'}`;
}

/** "1 hour 30 minutes", "45 minutes". */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && counted(hours, 'hour'), rest > 0 && counted(rest, 'minute')].filter(Boolean).join(' ');
}

/** "1 day", "2 days". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
