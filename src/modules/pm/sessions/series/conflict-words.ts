import { formatTimeRange } from '@/platform/time';
import type { SeriesConflict } from './api/series-conflict';

/**
 * What stands in the way of one date, a sentence for each other session, with all that it takes: "Ana Ruiz and Cedar Room
 * are taken by “Grief support”, 9:00–10:00 AM." The date is beside it. What the group's policy does not allow is said with
 * what mends it, anything else as the server says it.
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

const POLICY_WORDS: Partial<Record<SeriesConflict['kind'], string>> = {
  advance_notice: 'Too soon: the group asks for more notice. Move it to a later date, or leave it out.',
  time_slot: 'Outside the times of the group. Give it another time or day, or leave it out.',
};

/** Whether scheduling anyway would help: nobody is exempt from the group's policy. */
export function canBeOverridden(conflicts: readonly SeriesConflict[]): boolean {
  return conflicts.length > 0 && conflicts.every(({ kind }) => POLICY_WORDS[kind] === undefined);
}

function otherSession({ session_id, detail }: SeriesConflict): string {
  return session_id ?? detail;
}

function sentences(same: readonly SeriesConflict[], timezone: string): string[] {
  const [first] = same;
  const taken = same.flatMap(({ resource }) => resource ?? []);
  if (!first?.group_name || !first.starts_at || !first.ends_at || taken.length === 0)
    return same.map(({ kind, detail }) => POLICY_WORDS[kind] ?? detail);
  const who = new Intl.ListFormat('en-US').format(new Set(taken));
  const time = formatTimeRange(first.starts_at, first.ends_at, timezone);
  return [`${who} ${taken.length === 1 ? 'is' : 'are'} taken by “${first.group_name}”, ${time}.`];
}
