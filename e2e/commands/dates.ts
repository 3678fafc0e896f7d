const DAY = 86_400_000;

/** The Sunday of the week after next on the clinic's calendar, plus so many days, as `YYYY-MM-DD`: far from every "now". */
export function dayOfCalmWeek(timezone: string, weekday: number): string {
  const today = new Date(`${new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date())}T00:00Z`);
  const sunday = today.getTime() + (14 - today.getUTCDay()) * DAY;
  return new Date(sunday + weekday * DAY).toISOString().slice(0, 10);
}

/** The clinic's today as `YYYY-MM-DD`. */
export function todayOf(timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date());
}

/** "December 2, 2026". */
export function longDate(isoDate: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00Z`));
}

/** "Wednesday, December 2", as the calendar speaks of a session's day. */
export function spokenDate(isoDate: string): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00Z`),
  );
}

/** Some days later, as `YYYY-MM-DD`. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** "Tue, Dec 1", with the year when it is not the clinic's present one: how lists of dates name a day. */
export function shortDate(isoDate: string, timezone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(isoDate.slice(0, 4) === todayOf(timezone).slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${isoDate}T00:00Z`));
}

/** "Tue, Dec 1, 2026", as fields hold a date. */
export function typedDate(isoDate: string): string {
  return new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${isoDate}T00:00Z`));
}

/** RFC 5545's two letters for the weekday of a date. */
export function weekdayCode(isoDate: string): string {
  return ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${isoDate}T00:00Z`).getUTCDay()] ?? '';
}
