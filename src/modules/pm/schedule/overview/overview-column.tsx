import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, memo, useMemo } from 'react';
import { clockRange, type Session, type Slot } from '@/modules/pm/sessions';
import type { SessionCard } from '../session-card';
import { SessionEvent } from '../session-event';
import classes from './day-overview.module.css';
import { clockOf, freeSlots, inLanes, type Lane, minutesOf, type Span } from './day-times';
import type { ColumnKind, OverviewColumn } from './overview-columns';
import { stopAttributes } from './overview-keys';

interface ColumnProps {
  index: number;
  kind: ColumnKind;
  column: OverviewColumn;
  date: string;
  from: number;
  to: number;
  cards: ReadonlyMap<string, SessionCard>;
  /** Where in this column the one free time is that the Tab key reaches; null when it is in another. */
  stop: number | null;
  help: string;
  mayCreate: boolean;
  onStop: (stop: { column: number; from: number }) => void;
  onOpen: (sessionId: string) => void;
  onSelect: (slot: Slot) => void;
}

/** A person's or a room's day: free times lie under the sessions and can be chosen. */
export const OverviewColumnView = memo(function OverviewColumnView(props: ColumnProps) {
  const { index, kind, column, date, from, to, cards, stop, help, mayCreate, onStop, onOpen, onSelect } = props;
  const placed = useMemo(() => inLanes(column.sessions, spanOf), [column]);
  const slots = useMemo(
    () => freeSlots({ from, to }, column.sessions.filter(({ status }) => status !== 'cancelled').map(spanOf)),
    [column, from, to],
  );
  const reached = slots.find((slot) => stop !== null && slot.to > stop) ?? slots[0];
  const place = kind === 'people' ? { facilitatorId: column.key || null } : { location: column.name };
  const named = column.key === '' ? {} : place;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups a person's or a room's times.
    <div role="group" aria-label={column.name} className={classes.column}>
      {mayCreate &&
        slots.map((slot) => (
          <button
            key={slot.from}
            type="button"
            className={classes.free}
            style={lengthwise(slot, from, to)}
            tabIndex={stop !== null && slot === reached ? 0 : -1}
            aria-label={`${column.name} is free ${clockRange(clockOf(slot.from), clockOf(slot.to))}, new session`}
            aria-describedby={help}
            {...stopAttributes(index, slot.from, slot.to)}
            onFocus={() => onStop({ column: index, from: slot.from })}
            onClick={() => onSelect({ date, start: clockOf(slot.from), end: '', ...named })}
          >
            <span className={classes.plus} aria-hidden>
              {clockRange(clockOf(slot.from), clockOf(slot.to)).split('–')[0]}
            </span>
          </button>
        ))}
      {placed.map(({ item: session, ...lane }) => {
        const card = cards.get(session.id);
        const style = { ...lengthwise(spanOf(session), from, to), ...sideways(lane, session) };
        return card ? (
          <button
            key={session.id}
            type="button"
            className={classes.session}
            style={style}
            {...stopAttributes(index, minutesOf(session.start_time), minutesOf(session.end_time))}
            onClick={() => onOpen(session.id)}
          >
            <SessionEvent card={card} shape="block" dragged={null} rows={rowsOf(kind, column.key, card)} />
          </button>
        ) : (
          <div key={session.id} className={classes.busy} style={style}>
            <VisuallyHidden>
              Taken {clockRange(session.start_time, session.end_time)}, hidden by the filters
            </VisuallyHidden>
          </div>
        );
      })}
    </div>
  );
});

/** What the column itself does not say. */
function rowsOf(kind: ColumnKind, key: string, { session, facilitator }: SessionCard): (string | null)[] {
  if (kind === 'rooms') return [facilitator];
  return [session.co_facilitator_id === key && key !== '' ? 'Co-facilitates' : null, session.location];
}

function spanOf({ start_time, end_time }: Session): Span {
  return { from: minutesOf(start_time), to: minutesOf(end_time) };
}

function lengthwise(span: Span, from: number, to: number): CSSProperties {
  const whole = (to - from) / 100;
  return { top: `${(span.from - from) / whole}%`, height: `${(span.to - span.from) / whole}%` };
}

/** Beside a cancelled session its time, which is free again, stays in reach. */
function sideways({ lane, lanes }: Omit<Lane<Session>, 'item'>, { status }: Session): CSSProperties {
  const width = (status === 'cancelled' && lanes === 1 ? 70 : 100) / lanes;
  return { insetInlineStart: `${(lane * 100) / lanes}%`, width: `calc(${width}% - 4px)` };
}
