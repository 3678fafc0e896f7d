import { VisuallyHidden } from '@mantine/core';
import type { CSSProperties } from 'react';
import { clockRange, clockText } from '@/modules/pm/sessions';
import { statusLook } from '@/platform/ui';
import { fillText, type SessionCard, spokenCard } from './session-card';
import classes from './session-event.module.css';

type Hue = CSSProperties & Record<'--type' | '--type-ground' | '--type-text', string>;

interface SessionEventProps {
  card: SessionCard;
  /** A line in the month, a block in the hours of a day, an item of the list. */
  shape: 'line' | 'block' | 'item';
  /** A block of one line only. */
  short: boolean;
  /** Where it is while it is being dragged, on the wall clock. */
  dragged: { start: string; end: string } | null;
}

/** A session in the calendar: type by hue and icon, state by word, icon and strike-through. */
export function SessionEvent({ card, shape, short, dragged }: SessionEventProps) {
  const { session, name, look, facilitator, seats } = card;
  const { start, end } = dragged ?? { start: session.start_time, end: session.end_time };
  const { icon: TypeIcon } = look;
  const hue: Hue = { '--type': look.color, '--type-ground': look.background, '--type-text': look.text };
  return (
    <div
      className={classes.event}
      data-shape={shape}
      data-short={short || undefined}
      data-status={session.status}
      style={hue}
    >
      <VisuallyHidden>{spokenCard(card)}</VisuallyHidden>
      <span className={classes.head} aria-hidden>
        {shape === 'item' && <span className={classes.time}>{clockRange(start, end)}</span>}
        <TypeIcon className={classes.type} size={13} stroke={2} />
        {shape === 'line' && <span className={classes.time}>{shortClock(start)}</span>}
        <span className={classes.name}>{name}</span>
        <StateMark status={session.status} />
        {shape === 'line' && seats && <span className={classes.fill}>{fillText(seats)}</span>}
      </span>
      {shape !== 'line' && (
        <span className={classes.more} aria-hidden>
          {shape === 'block' && <span className={classes.time}>{clockRange(start, end)}</span>}
          {facilitator && <span className={classes.person}>{facilitator}</span>}
          {shape === 'item' && session.location && <span>{session.location}</span>}
          {seats && (
            <span className={classes.fill}>
              {seats.taken}/{seats.capacity}
              {seats.waiting > 0 && `, +${seats.waiting} waiting`}
            </span>
          )}
        </span>
      )}
    </div>
  );
}

/** Says what is not simply planned. */
function StateMark({ status }: { status: string }) {
  if (status === 'scheduled') return null;
  const { label, icon: StateIcon } = statusLook('session', status);
  return (
    <span className={classes.state}>
      <StateIcon size={12} stroke={2.2} />
      <span className={classes.word}>{label}</span>
    </span>
  );
}

/** "9 AM", "1:30 PM": a line of the month has little room. */
function shortClock(time: string): string {
  return clockText(time).replace(':00', '').replace(' AM', 'a').replace(' PM', 'p');
}
