import { formatTimeRange } from '@/platform/time';
import type { SeriesConflict } from './api/series-conflict';

/**
 * What stands in the way of one date, a sentence for each other session, with all that it takes: "Ana Ruiz and Cedar Room
 * are taken by “Grief support”, 9:00–10:00 AM." The date is beside it. Anything else is said as the server says it.
 */
export function conflictWords(conflicts: readonly SeriesConflict[], timezone: string): string[] {
  const others = [...new Set(conflicts.map(otherSession))];
  return others.flatMap((other) =>
    sentences(
      conflicts.filter((conflict) => otherSession(conflict) === other),
      timezone,
    ),
  );
}

function otherSession({ session_id, detail }: SeriesConflict): string {
  return session_id ?? detail;
}

function sentences(same: readonly SeriesConflict[], timezone: string): string[] {
  const [first] = same;
  const taken = same.flatMap(({ resource }) => resource ?? []);
  if (!first?.group_name || !first.starts_at || !first.ends_at || taken.length === 0)
    return same.map(({ detail }) => detail);
  const who = new Intl.ListFormat('en-US').format(new Set(taken));
  const time = formatTimeRange(first.starts_at, first.ends_at, timezone);
  return [`${who} ${taken.length === 1 ? 'is' : 'are'} taken by “${first.group_name}”, ${time}.`];
}
