import { memo } from 'react';
import type { SessionFormValues } from '../session-form.schema';
import type { People } from '../use-people';
import { DateRow } from './date-row';
import type { Mend, PlannedDate } from './plan-model';
import classes from './series.module.css';

interface DateListProps {
  planned: readonly PlannedDate[];
  series: SessionFormValues;
  people: People;
  thisYear: string;
  mayOverride: boolean;
  /** The answer shown is of the plan before. */
  isStale: boolean;
  onMend: (date: string, mend: Mend) => void;
}

/** Every date of a series, each to be mended on the spot. */
export const DateList = memo(function DateList({ planned, isStale, ...row }: DateListProps) {
  return (
    <ul className={classes.dates} aria-busy={isStale} aria-label="Dates">
      {planned.map((date) => (
        <DateRow key={date.date} planned={date} {...row} />
      ))}
    </ul>
  );
});
