import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { clockText, type Slot } from '@/modules/pm/sessions';
import type { SessionCard } from '../session-card';
import classes from './day-overview.module.css';
import { clockOf, minutesOf } from './day-times';
import { OverviewColumnView } from './overview-column';
import type { ColumnKind, OverviewColumn } from './overview-columns';
import { moveFocus } from './overview-keys';

interface DayOverviewProps {
  kind: ColumnKind;
  date: string;
  /** The hours that the day has here, `HH:MM:SS`. */
  hours: { from: string; to: string };
  columns: readonly OverviewColumn[];
  /** Cards of the sessions that pass the filters; the others only count as taken time. */
  cards: ReadonlyMap<string, SessionCard>;
  /** Minutes since midnight, null on other days than today. */
  now: number | null;
  mayCreate: boolean;
  onOpen: (sessionId: string) => void;
  onSelect: (slot: Slot) => void;
}

type Measures = CSSProperties & Record<'--columns' | '--hours', number>;

const SHOWN_FROM = 8 * 60;

/** A day by person or by room: what takes place, and what is free. Arrow keys go from time to time and column to column. */
export function DayOverview({ kind, date, hours, columns, cards, now, mayCreate, onOpen, onSelect }: DayOverviewProps) {
  const grid = useRef<HTMLDivElement>(null);
  const help = useId();
  const day = { from: minutesOf(hours.from), to: minutesOf(hours.to) };
  // The one free time that the Tab key reaches.
  const [stop, setStop] = useState({ column: 0, from: SHOWN_FROM });

  // Opens at eight in the morning, as the week does.
  const above = (SHOWN_FROM - day.from) / (day.to - day.from);
  useLayoutEffect(() => {
    const place = grid.current;
    const body = place?.querySelector('[data-body]');
    if (place && body) place.scrollTop = body.clientHeight * above - 12;
  }, [above]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const { target, key } = event;
    if (!(target instanceof Element) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (moveFocus(event.currentTarget, target, key)) event.preventDefault();
  }

  const measures: Measures = { '--columns': columns.length, '--hours': (day.to - day.from) / 60 };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only ease what Tab and the buttons inside do already.
    <div ref={grid} className={classes.scroller} style={measures} onKeyDown={onKeyDown}>
      <VisuallyHidden id={help}>
        Arrow keys move between times and {kind === 'people' ? 'people' : 'rooms'}.
      </VisuallyHidden>
      <div className={classes.grid}>
        <div className={classes.corner} />
        {columns.map((column) => (
          <Heading key={column.key} column={column} />
        ))}
        <div className={classes.axis} aria-hidden data-body>
          {hourLines(day).map((minutes) => (
            <span key={minutes} className={classes.hour} style={{ top: share(minutes - day.from, day) }}>
              {clockText(clockOf(minutes)).replace(':00', '')}
            </span>
          ))}
        </div>
        {columns.map((column, index) => (
          <OverviewColumnView
            key={column.key}
            index={index}
            kind={kind}
            column={column}
            date={date}
            from={day.from}
            to={day.to}
            cards={cards}
            stop={stop.column === index ? stop.from : null}
            help={help}
            mayCreate={mayCreate}
            onStop={setStop}
            onOpen={onOpen}
            onSelect={onSelect}
          />
        ))}
        {now !== null && now > day.from && now < day.to && (
          <div className={classes.now} aria-hidden>
            <div className={classes.nowLine} style={{ top: share(now - day.from, day) }} />
          </div>
        )}
      </div>
    </div>
  );
}

function Heading({ column: { name, sessions } }: { column: OverviewColumn }) {
  const held = sessions.filter(({ status }) => status !== 'cancelled').length;
  return (
    <div className={classes.heading}>
      <h3 className={classes.name} title={name}>
        {name}
      </h3>
      <div className={classes.count}>{held === 0 ? 'Free all day' : held === 1 ? '1 session' : `${held} sessions`}</div>
    </div>
  );
}

function hourLines({ from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: (to - from) / 60 - 1 }, (_, index) => from + (index + 1) * 60);
}

function share(minutes: number, { from, to }: { from: number; to: number }): string {
  return `${(100 * minutes) / (to - from)}%`;
}
