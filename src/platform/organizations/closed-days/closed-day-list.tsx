import { useQuery } from '@tanstack/react-query';
import { sessionCountsQueryOptions } from '../api/count-sessions-on';
import type { ClosedDay } from '../api/get-closed-days';
import classes from '../members/people.module.css';
import { useOrganization } from '../organization-context';
import { ClosedDayItem } from './closed-day-item';

/** Closed days by date, each with the sessions that are still scheduled on it. */
export function ClosedDayList({ days }: { days: readonly ClosedDay[] }) {
  const { id } = useOrganization();
  const counts = useQuery(
    sessionCountsQueryOptions(
      id,
      days.map(({ closed_on }) => closed_on),
    ),
  );
  return (
    <ul className={classes.people} aria-label="Closed days">
      {days.map((day) => (
        <ClosedDayItem
          key={day.closed_on}
          day={day}
          sessions={counts.data ? (counts.data[day.closed_on] ?? 0) : null}
        />
      ))}
    </ul>
  );
}
