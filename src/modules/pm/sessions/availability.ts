import { parseTimestamp } from '@/platform/time';
import { roomKey } from './room';
import type { Session } from './session';

/** Who and which room is taken at some time, each by the session that takes it. */
export interface Availability {
  people: ReadonlyMap<string, Session>;
  /** By `roomKey`. */
  rooms: ReadonlyMap<string, Session>;
}

/**
 * Who and which room is taken while a session takes place, from the sessions of its day; the server decides when it is
 * saved. As there, cancelled sessions and those scheduled anyway take nobody, and adjoining ones do not meet.
 */
export function availabilityDuring(session: Session, sessionsOfDay: readonly Session[]): Availability {
  const people = new Map<string, Session>();
  const rooms = new Map<string, Session>();
  for (const other of sessionsOfDay) {
    if (other.id === session.id || !claims(other) || !meet(session, other)) continue;
    for (const person of [other.facilitator_id, other.co_facilitator_id]) if (person) people.set(person, other);
    if (other.location) rooms.set(roomKey(other.location), other);
  }
  return { people, rooms };
}

function claims(session: Session): boolean {
  return session.status !== 'cancelled' && !session.conflict_override;
}

function meet(one: Session, other: Session): boolean {
  return (
    parseTimestamp(one.starts_at) < parseTimestamp(other.ends_at) &&
    parseTimestamp(other.starts_at) < parseTimestamp(one.ends_at)
  );
}

/** The rooms that are known, each once however it is written, in order. */
export function knownRooms(locations: readonly (string | null)[]): string[] {
  const rooms = new Map<string, string>();
  for (const location of locations)
    if (location && !rooms.has(roomKey(location))) rooms.set(roomKey(location), location.trim());
  return [...rooms.values()].sort((one, other) => one.localeCompare(other));
}

/** The clinic's own rooms in their order, then the others that were used before; each once however it is written. */
export function offeredRooms(own: readonly string[], used: readonly string[]): string[] {
  const known = new Set(own.map(roomKey));
  return [...own, ...used.filter((room) => !known.has(roomKey(room)))];
}
