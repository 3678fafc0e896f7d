import { Skeleton } from '@mantine/core';
import type { CalendarView } from './schedule-address';
import classes from './schedule-page.module.css';

const COLUMNS: Readonly<Record<CalendarView, number>> = {
  month: 7,
  week: 7,
  day: 1,
  people: 5,
  rooms: 5,
  list: 1,
};

/** Stands where the calendar will be, in its shape. */
export function ScheduleSkeleton({ view }: { view: CalendarView }) {
  const columns = COLUMNS[view];
  const rows = view === 'month' ? 5 : 6;
  return (
    <div
      className={classes.skeleton}
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
      role="status"
      aria-label="Loading the schedule"
    >
      {Array.from({ length: columns * rows }, (_, index) => (
        // Placeholders never move: their index is all they have.
        <div key={index} className={classes.skeletonCell}>
          {(index * 5) % 7 < 4 && <Skeleton height={view === 'month' ? 16 : 34} radius="sm" />}
        </div>
      ))}
    </div>
  );
}
