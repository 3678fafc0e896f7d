import type { SessionFormValues } from '../session-form.schema';
import type { Mend } from './plan-model';

/** What a date's form opens with. */
export function mendedValues(date: string, mend: Mend, series: SessionFormValues): SessionFormValues {
  return {
    ...series,
    session_date: mend.moved_to ?? date,
    start_time: mend.start_time ?? series.start_time,
    end_time: mend.end_time ?? series.end_time,
    facilitator_id: mend.facilitator_id ?? series.facilitator_id,
    co_facilitator_id: mend.co_facilitator_id ?? series.co_facilitator_id,
    location: mend.location ?? series.location,
  };
}

/**
 * What the form of a date changes about it; a value like the series' is no change, and a single date cannot do without what
 * the series has. Where or when it is may be free now, so an earlier "anyway" is taken back.
 */
export function mendOf(date: string, typed: SessionFormValues, series: SessionFormValues, before: Mend): Mend {
  const location = typed.location.trim();
  return {
    ...(before.skip === false && { skip: false }),
    ...(before.on_closed_day && typed.session_date === (before.moved_to ?? date) && { on_closed_day: true }),
    ...(typed.session_date !== date && { moved_to: typed.session_date }),
    ...(typed.start_time !== series.start_time && { start_time: typed.start_time }),
    ...(typed.end_time !== series.end_time && { end_time: typed.end_time }),
    ...(typed.facilitator_id &&
      typed.facilitator_id !== series.facilitator_id && { facilitator_id: typed.facilitator_id }),
    ...(typed.co_facilitator_id &&
      typed.co_facilitator_id !== series.co_facilitator_id && { co_facilitator_id: typed.co_facilitator_id }),
    ...(location && location !== series.location && { location }),
  };
}
