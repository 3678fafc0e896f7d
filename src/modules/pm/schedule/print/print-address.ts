const KEPT = ['view', 'facilitator', 'type', 'location', 'state', 'mine'];

/** Where the sheet of a week is; takes the calendar's own query, of which filters and view (for the way back) stay. */
export function printAddress(slug: string, search: string, date: string): string {
  return `/o/${slug}/pm/schedule/print?${kept(search, date)}`;
}

/** The way back from the sheet to the calendar. */
export function calendarAddress(slug: string, search: string, date: string): string {
  return `/o/${slug}/pm/schedule?${kept(search, date)}`;
}

function kept(search: string, date: string): string {
  const params = new URLSearchParams(search);
  const next = new URLSearchParams({ date });
  for (const key of KEPT) {
    const value = params.get(key);
    if (value) next.set(key, value);
  }
  return next.toString();
}
