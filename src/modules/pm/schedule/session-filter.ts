import { roomKey, type Session } from '@/modules/pm/sessions';
import type { ScheduleAddress } from './schedule-address';

export type SessionFilter = Pick<ScheduleAddress, 'facilitator' | 'type' | 'location' | 'state' | 'mine'>;

export const NO_FILTER: SessionFilter = { facilitator: [], type: [], location: '', state: [], mine: '' };

/** Sessions that satisfy every filter that is set. A person counts in either of the two roles. */
export function filterSessions(sessions: readonly Session[], filter: SessionFilter, userId: string): Session[] {
  const { facilitator, type, location, state, mine } = filter;
  const types = new Set<string>(type);
  const states = new Set<string>(state);
  return sessions.filter(
    (session) =>
      (facilitator.length === 0 || facilitator.some((person) => leads(session, person))) &&
      (types.size === 0 || (session.group !== null && types.has(session.group.group_type))) &&
      (location === '' || roomKey(session.location) === roomKey(location)) &&
      (states.size === 0 || states.has(session.status)) &&
      (mine === '' || leads(session, userId)),
  );
}

/** How many filters are set beside "mine". */
export function countOthers({ facilitator, type, location, state }: SessionFilter): number {
  return [facilitator.length > 0, type.length > 0, location !== '', state.length > 0].filter(Boolean).length;
}

/** The rooms of some sessions, each once however it is written, in order; to choose from. */
export function roomsOf(sessions: readonly Session[]): string[] {
  const rooms = new Map<string, string>();
  for (const { location } of sessions) if (location) rooms.set(roomKey(location), location.trim());
  return [...rooms.values()].sort((one, other) => one.localeCompare(other));
}

function leads(session: Session, person: string): boolean {
  return session.facilitator_id === person || session.co_facilitator_id === person;
}
