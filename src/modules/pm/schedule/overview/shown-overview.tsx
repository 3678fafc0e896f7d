import { useMemo } from 'react';
import { roomKey, type Session, type Slot, usePeople, useRooms } from '@/modules/pm/sessions';
import { useUser } from '@/platform/auth';
import { useOrganization } from '@/platform/organizations';
import { shownHours } from '../calendar-events';
import type { SessionCard } from '../session-card';
import type { SessionFilter } from '../session-filter';
import { DayOverview } from './day-overview';
import { type ColumnKind, type OverviewColumn, peopleColumns, roomColumns } from './overview-columns';
import { useLeaders } from './use-columns';
import { useNow } from './use-now';

interface ShownOverviewProps {
  kind: ColumnKind;
  date: string;
  /** All of the day: what a filter hides still takes its time. */
  sessions: readonly Session[];
  cards: ReadonlyMap<string, SessionCard>;
  filter: SessionFilter;
  mayCreate: boolean;
  onOpen: (sessionId: string) => void;
  onSelect: (slot: Slot) => void;
}

/** The day overview with the columns that the filters leave. */
export function ShownOverview({ kind, date, sessions, cards, filter, ...rest }: ShownOverviewProps) {
  const { timezone } = useOrganization();
  const { id: userId } = useUser();
  const people = usePeople();
  const leaders = useLeaders();
  const rooms = useRooms();
  const hours = useMemo(() => shownHours(sessions), [sessions]);
  const now = useNow(date, timezone);
  const columns = useMemo(
    () =>
      (kind === 'people' ? peopleColumns(sessions, leaders, people.nameOf) : roomColumns(sessions, rooms)).filter(
        (column) => isWanted(column, kind, filter, userId),
      ),
    [kind, sessions, leaders, rooms, people, filter, userId],
  );
  return <DayOverview kind={kind} date={date} hours={hours} columns={columns} cards={cards} now={now} {...rest} />;
}

/** A filter by person leaves that person's column, one by room that room's. */
function isWanted({ key }: OverviewColumn, kind: ColumnKind, filter: SessionFilter, userId: string): boolean {
  if (kind === 'rooms') return filter.location === '' || key === roomKey(filter.location);
  if (filter.mine !== '') return key === userId;
  return filter.facilitator.length === 0 || filter.facilitator.includes(key);
}
