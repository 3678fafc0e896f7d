import { type People, roomKey, type Session } from '@/modules/pm/sessions';

/** What the columns of the day overview are. */
export type ColumnKind = 'people' | 'rooms';

/** A person or a room with what takes place there on the day. */
export interface OverviewColumn {
  /** A person's id or a room's key; '' for sessions without one. */
  key: string;
  name: string;
  sessions: readonly Session[];
}

interface Named {
  key: string;
  name: string;
}

/**
 * A column for each person who leads or assists on the day, then for the others who may lead; by name, and first of all the
 * sessions that nobody leads yet.
 */
export function peopleColumns(
  sessions: readonly Session[],
  leaders: readonly { value: string; label: string }[],
  nameOf: People['nameOf'],
): OverviewColumn[] {
  const others = leaders.map(({ value, label }) => ({ key: value, name: label }));
  return columns(sessions, others, 'No facilitator', ({ facilitator_id, co_facilitator_id }) =>
    [facilitator_id, co_facilitator_id].flatMap((id) => (id ? { key: id, name: nameOf(id) ?? '' } : [])),
  );
}

/** A column for each room that is used on the day, then for the other rooms; by name, and first what has no room. */
export function roomColumns(sessions: readonly Session[], rooms: readonly string[]): OverviewColumn[] {
  return columns(sessions, rooms.map(asRoom), 'No location', ({ location }) => (location ? [asRoom(location)] : []));
}

function asRoom(name: string): Named {
  return { key: roomKey(name), name: name.trim() };
}

function columns(
  sessions: readonly Session[],
  others: readonly Named[],
  unassigned: string,
  placesOf: (session: Session) => Named[],
): OverviewColumn[] {
  const used = new Map<string, { name: string; sessions: Session[] }>();
  const nowhere: Session[] = [];
  for (const session of sessions) {
    const places = placesOf(session);
    if (places.length === 0) nowhere.push(session);
    for (const { key, name } of places) {
      const column = used.get(key);
      if (column) column.sessions.push(session);
      else used.set(key, { name, sessions: [session] });
    }
  }
  const busy = [...used].map(([key, column]) => ({ key, ...column })).sort(byName);
  const free = [...new Map(others.map((other) => [other.key, other])).values()]
    .filter(({ key }) => !used.has(key))
    .map((other) => ({ ...other, sessions: [] }))
    .sort(byName);
  return [...(nowhere.length > 0 ? [{ key: '', name: unassigned, sessions: nowhere }] : []), ...busy, ...free];
}

function byName(one: Named, other: Named): number {
  return one.name.localeCompare(other.name);
}
