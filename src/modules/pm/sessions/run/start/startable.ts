import { parseTimestamp } from '@/platform/time';
import { leads } from '../../policy/powers';
import type { StartableGroup } from '../api/get-startable-groups';

/** What stands between a group and a session that starts now: nothing, one that runs, or one that is planned for about now. */
export type Standing =
  | { kind: 'free' }
  | { kind: 'running'; sessionId: string }
  | { kind: 'planned'; sessionId: string; starts_at: string; ends_at: string };

/** Minutes before its start from which a planned session is meant when somebody wants to start. */
const NEAR_MINUTES = 30;

export function standingOf({ open }: Pick<StartableGroup, 'open'>, now: Date): Standing {
  const running = open.find(({ status }) => status === 'active');
  if (running) return { kind: 'running', sessionId: running.id };
  const near = new Date(now.getTime() + NEAR_MINUTES * 60_000);
  const planned = open.find(
    ({ status, starts_at, ends_at }) =>
      status === 'scheduled' && parseTimestamp(starts_at) <= near && parseTimestamp(ends_at) > now,
  );
  if (!planned) return { kind: 'free' };
  return { kind: 'planned', sessionId: planned.id, starts_at: planned.starts_at, ends_at: planned.ends_at };
}

/** The groups that fit the words: those that one leads first, and among them those whose session runs or is due. */
export function orderGroups(
  groups: readonly StartableGroup[],
  { userId, words, now }: { userId: string; words: string; now: Date },
): StartableGroup[] {
  const wanted = words.trim().toLocaleLowerCase();
  const rank = (group: StartableGroup) =>
    (leads(group, userId) ? 0 : 2) + (standingOf(group, now).kind === 'free' ? 1 : 0);
  return groups
    .filter(({ name, group_code }) => `${name} ${group_code ?? ''}`.toLocaleLowerCase().includes(wanted))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}
