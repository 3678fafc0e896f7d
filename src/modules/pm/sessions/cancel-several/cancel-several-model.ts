import type { ClosedDay } from '@/platform/organizations';
import { daysFrom } from '@/platform/time/calendar-days';
import { roomKey } from '../room';
import { isOpen, type Session } from '../session';
import { type CancelSeveralValues, cancelSeveralSchema } from './cancel-several.schema';

export type CandidateFilter = Pick<CancelSeveralValues, 'facilitator' | 'location' | 'group'>;

/** The sessions that can be cancelled and are meant: scheduled or in progress, of that person, room and group. */
export function candidates(sessions: readonly Session[], { facilitator, location, group }: CandidateFilter): Session[] {
  return sessions.filter(
    (session) =>
      isOpen(session) &&
      (facilitator === '' || session.facilitator_id === facilitator || session.co_facilitator_id === facilitator) &&
      (location === '' || roomKey(session.location) === roomKey(location)) &&
      (group === '' || session.group_definition_id === group),
  );
}

/** What the person has ticked and unticked; the rest is as it is by default. */
export type Choice = Readonly<Record<string, boolean>>;

/** Those that are ticked; one in progress only by hand, because its patients are in the room. */
export function chosenOf(sessions: readonly Session[], choice: Choice): Session[] {
  return sessions.filter(({ id, status }) => choice[id] ?? status === 'scheduled');
}

/** Sessions under their days, as `[day, sessions]`, in the order in which they come. */
export function byDay(sessions: readonly Session[]): [string, Session[]][] {
  const days = new Map<string, Session[]>();
  for (const session of sessions) days.set(session.session_date, [...(days.get(session.session_date) ?? []), session]);
  return [...days];
}

/** The range to look in; null while it could not be used. */
export function readRange(values: Pick<CancelSeveralValues, 'first' | 'last'>) {
  const { first, last } = values;
  const whole = { first, last, reason: '-', facilitator: '', location: '', group: '', closes: false, closedName: '' };
  return cancelSeveralSchema.safeParse(whole).success ? { first, last } : null;
}

/** The days of the range that are not closed yet, under one name. */
export function daysToClose(
  { first, last, closedName }: Pick<CancelSeveralValues, 'first' | 'last' | 'closedName'>,
  closed: readonly ClosedDay[],
): ClosedDay[] {
  const already = new Set(closed.map(({ closed_on }) => closed_on));
  return daysFrom(first, last)
    .filter((day) => !already.has(day))
    .map((closed_on) => ({ closed_on, name: closedName.trim() }));
}

/** Parts of at most so many. */
export function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** "1 session", "12 sessions". */
export function sessionsWords(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}
