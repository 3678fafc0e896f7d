import type { ComplianceRow } from '../api/get-compliance';
import classes from './hours-bar.module.css';

/** Hours against the minimum: solid is attended, striped is booked, the whole width is the minimum. The words are beside it. */
export function HoursBar({ row }: { row: ComplianceRow }) {
  const share = (minutes: number) => Math.min(100, (minutes / row.minimum_minutes) * 100);
  const attended = share(row.attended_minutes);
  const booked = Math.min(100 - attended, share(row.booked_minutes));
  return (
    <div className={classes.bar} aria-hidden>
      {attended > 0 && <div className={classes.attended} style={{ width: `${attended}%` }} />}
      {booked > 0 && <div className={classes.booked} style={{ width: `${booked}%` }} />}
    </div>
  );
}
