import { Temporal } from 'temporal-polyfill';
import { clockRange, type People } from '@/modules/pm/sessions';
import { groupTypeLook, statusLook } from '@/platform/ui';
import { visibleDates } from '../calendar-range';
import type { ClosedDays } from '../closed-days';
import type { SessionCard } from '../session-card';
import { fillText } from '../session-card';
import type { SessionFilter } from '../session-filter';

/** A session on paper. */
export interface SheetEntry {
  id: string;
  time: string;
  name: string;
  facilitator: string | null;
  location: string | null;
  fill: string | null;
  /** What is not simply planned, in words; '' otherwise. */
  state: string;
  cancelled: boolean;
}

export interface SheetDay {
  date: string;
  weekday: string;
  /** "Nov 24" */
  day: string;
  closed: string | undefined;
  entries: readonly SheetEntry[];
}

/** The days of a date's week with their sessions in order; a Saturday or Sunday on which nothing is leaves its room to others. */
export function sheetDays(date: string, cards: Iterable<SessionCard>, closed: ClosedDays): SheetDay[] {
  const first = Temporal.PlainDate.from(visibleDates('week', date).start);
  const sorted = [...cards].sort((one, other) => order(one).localeCompare(order(other)));
  return Array.from({ length: 7 }, (_, index) => {
    const day = first.add({ days: index });
    return {
      date: day.toString(),
      weekday: day.toLocaleString('en-US', { weekday: 'long' }),
      day: day.toLocaleString('en-US', { month: 'short', day: 'numeric' }),
      closed: closed.get(day.toString()),
      entries: sorted.filter(({ session }) => session.session_date === day.toString()).map(toEntry),
    };
  }).filter(({ entries, closed: name }, index) => entries.length > 0 || name !== undefined || (index > 0 && index < 6));
}

function order({ session, name }: SessionCard): string {
  return `${session.start_time} ${session.end_time} ${name}`;
}

function toEntry({ session, name, facilitator, seats, marks }: SessionCard): SheetEntry {
  const state = session.status === 'scheduled' ? [] : [statusLook('session', session.status).label];
  return {
    id: session.id,
    time: clockRange(session.start_time, session.end_time),
    name,
    facilitator,
    location: session.location,
    fill: seats ? fillText(seats) : null,
    state: [...state, ...marks.map(({ label }) => label)].join(', '),
    cancelled: session.status === 'cancelled',
  };
}

/** The filters that are set, as the sheet names them; [] when none is. */
export function filterWords(filter: SessionFilter, nameOf: People['nameOf']): string[] {
  const { facilitator, type, location, state, mine } = filter;
  return [
    mine !== '' && 'only my own sessions',
    facilitator.length > 0 && `facilitator: ${facilitator.map(nameOf).join(', ')}`,
    type.length > 0 && `type: ${type.map((key) => groupTypeLook(key).label).join(', ')}`,
    location !== '' && `location: ${location}`,
    state.length > 0 && `state: ${state.map((status) => statusLook('session', status).label).join(', ')}`,
  ].filter((words) => words !== false);
}
