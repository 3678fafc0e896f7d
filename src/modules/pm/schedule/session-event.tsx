import { type CSSProperties, memo } from 'react';
import { type SessionCard, spokenCard } from './session-card';
import classes from './session-event.module.css';
import { EventBlock, EventItem, EventLine } from './session-event-shapes';

const SHAPES = { line: EventLine, block: EventBlock, item: EventItem };

type Hue = CSSProperties & Record<'--type' | '--type-ground' | '--type-text', string>;

interface SessionEventProps {
  card: SessionCard;
  /** A line in the month, a block in the hours of a day, an item of the list. */
  shape: keyof typeof SHAPES;
  /** Where it is while it is being dragged, on the wall clock. */
  dragged: { start: string; end: string } | null;
  /** What a block tells below the time; who leads it and where, when nothing is given. */
  rows?: readonly (string | null)[];
}

/** A session in the calendar: type by hue and icon, state by word, icon and strike-through; in one sentence for those who hear it. */
export const SessionEvent = memo(function SessionEvent({ card, shape, dragged, rows }: SessionEventProps) {
  const { session, look } = card;
  const hue: Hue = { '--type': look.color, '--type-ground': look.background, '--type-text': look.text };
  const times = dragged ?? { start: session.start_time, end: session.end_time };
  const Shape = SHAPES[shape];
  return (
    // An image with a name lends it to the button around it, without an element more for each of a month's sessions.
    <span
      role="img"
      aria-label={spokenCard(card)}
      className={`${classes.event} ${classes[shape]}`}
      data-status={session.status}
      style={hue}
    >
      <Shape card={card} rows={rows ?? [card.facilitator, session.location]} {...times} />
    </span>
  );
});
