import { IconDoorOff } from '@tabler/icons-react';
import { type ClosedDays, closedSentences } from './closed-days';
import classes from './closed-days-note.module.css';

/** Says above the calendar which of its days the clinic is closed, where the days have no heading of their own to say it. */
export function ClosedDaysNote({ days }: { days: ClosedDays }) {
  return (
    <ul className={classes.note} aria-label="Closed days">
      {closedSentences(days).map((sentence) => (
        <li key={sentence}>
          <IconDoorOff size={15} aria-hidden /> {sentence}
        </li>
      ))}
    </ul>
  );
}
