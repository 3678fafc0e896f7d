import { clockRange, clockText } from '@/modules/pm/sessions';
import { statusLook } from '@/platform/ui';
import { fillText, type SessionCard } from './session-card';
import classes from './session-event.module.css';

interface ShapeProps {
  card: SessionCard;
  /** Wall clock. */
  start: string;
  end: string;
  rows: readonly (string | null)[];
}

/** One line in a day of the month; what does not fit goes in order of importance. */
export function EventLine({ card, start }: ShapeProps) {
  const { icon: TypeIcon } = card.look;
  return (
    <>
      <TypeIcon className={classes.type} size={13} stroke={2} />
      <span className={classes.time}>{shortClock(start)}</span>
      <span className={classes.name}>{card.name}</span>
      {card.marks.map(({ key, icon: Mark }) => (
        <Mark key={key} className={classes.warning} size={13} stroke={2.2} />
      ))}
      <StateMark status={card.session.status} />
      {card.seats && <span className={classes.fill}>{fillText(card.seats)}</span>}
    </>
  );
}

/** A block in the hours of a day, as high as the session is long; lines that do not fit are left out whole. */
export function EventBlock({ card, start, end, rows }: ShapeProps) {
  const { session, look, name, seats, marks } = card;
  const { icon: TypeIcon } = look;
  return (
    <span className={classes.body}>
      <span className={classes.head}>
        <TypeIcon className={classes.type} size={13} stroke={2} /> <StateIcon status={session.status} />{' '}
        {marks.map(({ key, icon: Mark }) => (
          <Mark key={key} className={classes.warning} size={13} stroke={2.2} />
        ))}{' '}
        <span className={classes.name}>{name}</span>
      </span>
      {session.approval_status === 'pending' && session.status === 'scheduled' && (
        <span className={`${classes.row} ${classes.word}`}>Waits for approval</span>
      )}
      {session.status !== 'scheduled' && (
        <span className={`${classes.row} ${classes.word}`}>{statusLook('session', session.status).label}</span>
      )}
      <span className={classes.when}>
        <span>{clockRange(start, end)}</span>
        {seats && <span className={classes.fill}>{fillText(seats)}</span>}
      </span>
      {rows.map(
        (row) =>
          row && (
            <span key={row} className={classes.row}>
              {row}
            </span>
          ),
      )}
    </span>
  );
}

/** An item of the list. */
export function EventItem({ card, start, end }: ShapeProps) {
  const { session, look, name, facilitator, seats, marks } = card;
  const { icon: TypeIcon, label } = look;
  return (
    <span className={classes.body}>
      <span className={classes.time}>{clockRange(start, end)}</span>
      <TypeIcon className={classes.type} size={16} stroke={1.8} />
      <span className={classes.main}>
        <span className={classes.name}>{name}</span> <StateMark status={session.status} />
        {marks.map(({ key, icon: Mark, label: words }) => (
          <span key={key} className={classes.state}>
            <Mark className={classes.warning} size={13} stroke={2.2} />
            {words}
          </span>
        ))}
        <span className={classes.facts}>
          <span>{label}</span>
          {facilitator && <span>{facilitator}</span>}
          {session.location && <span>{session.location}</span>}
        </span>
      </span>
      {seats && <span className={classes.fill}>{fillWords(seats)}</span>}
    </span>
  );
}

/** Says what is not simply planned. */
function StateMark({ status }: { status: string }) {
  if (status === 'scheduled') return null;
  return (
    <span className={classes.state}>
      <StateIcon status={status} />
      <span className={classes.word}>{statusLook('session', status).label}</span>
    </span>
  );
}

function StateIcon({ status }: { status: string }) {
  if (status === 'scheduled') return null;
  const { icon: Mark } = statusLook('session', status);
  return <Mark className={classes.mark} size={12} stroke={2.4} />;
}

function fillWords({ taken, capacity, waiting }: NonNullable<SessionCard['seats']>): string {
  return `${taken}/${capacity}${waiting > 0 ? `, +${waiting} waiting` : ''}`;
}

/** "9a", "1:30p": a line of the month has little room. */
function shortClock(time: string): string {
  return clockText(time).replace(':00', '').replace(' AM', 'a').replace(' PM', 'p');
}
