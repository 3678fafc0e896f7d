import { Temporal } from 'temporal-polyfill';
import type { InstantRange } from './api/get-sessions-between';

/** From the first midnight of one date to the last of another (`YYYY-MM-DD`, the same for one day) on a zone's clock. */
export function instantsOfDays(first: string, last: string, timezone: string): InstantRange {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(timezone).toInstant().toString();
  const end = Temporal.PlainDate.from(last).add({ days: 1 });
  return { from: midnight(Temporal.PlainDate.from(first)), to: midnight(end) };
}
