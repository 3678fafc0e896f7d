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
