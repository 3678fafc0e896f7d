import { Temporal } from 'temporal-polyfill';
import type { SeriesChanges, Session, Slot } from '@/modules/pm/sessions';

/** When a session takes place, as a slot. */
export function slotOfSession({ session_date, start_time, end_time }: Session): Slot {
  return { date: session_date, start: start_time.slice(0, 5), end: end_time.slice(0, 5) };
}

/** What a drag of one session means for the others of its series: as many days further, and the new times where they differ. */
export function seriesMove(from: Slot, to: Slot): SeriesChanges {
  const days = Temporal.PlainDate.from(from.date).until(to.date, { largestUnit: 'day' }).days;
  return {
    ...(days === 0 ? {} : { days }),
    ...(from.start === to.start ? {} : { start_time: to.start }),
    ...(from.end === to.end ? {} : { end_time: to.end }),
  };
}

// As far as a series can be moved at once.
const FARTHEST = 31;

/** Whether the other sessions of its series could follow: a session in progress moves alone, and so does a far one. */
export function canMoveSeries(session: Session, to: Slot): boolean {
  const { days = 0 } = seriesMove(slotOfSession(session), to);
  return session.series_id !== null && session.status === 'scheduled' && Math.abs(days) <= FARTHEST;
}

/** "4 sessions of DBT Skills are moved. 1 that was set by hand kept its own time." */
export function seriesMoved(name: string, { changed, kept }: { changed: readonly unknown[]; kept: number }): string {
  const moved =
    changed.length === 1 ? `1 session of ${name} is moved.` : `${changed.length} sessions of ${name} are moved.`;
  if (kept === 0) return moved;
  return `${moved} ${kept === 1 ? '1 that was set by hand keeps its own.' : `${kept} that were set by hand keep their own.`}`;
}
