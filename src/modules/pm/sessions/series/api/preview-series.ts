import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { supabase } from '@/platform/supabase/client';
import { typingPause } from '../../api/typing-pause';
import { seriesKeys } from './keys';
import { type SeriesConflict, seriesConflictSchema } from './series-conflict';

/** How one date differs from its series; an absent key is as in the series. */
export interface DateChange {
  /** The date in the list. */
  session_date: string;
  moved_to?: string;
  start_time?: string;
  end_time?: string;
  facilitator_id?: string;
  co_facilitator_id?: string;
  location?: string;
  conflict_override?: true;
  on_closed_day?: true;
}

/** A series as it is planned, on the organization's wall clock; null is what the group has. */
export interface SeriesPlan {
  groupId: string;
  dates: readonly string[];
  start: string;
  end: string;
  facilitatorId: string | null;
  coFacilitatorId: string | null;
  location: string | null;
  changes: readonly DateChange[];
}

/** The arguments that checking and saving a series share. */
export function planArguments(plan: SeriesPlan) {
  return {
    group_definition_id: plan.groupId,
    session_dates: [...plan.dates],
    start_time: plan.start,
    end_time: plan.end,
    changes: plan.changes.map((change) => ({ ...change })),
    ...(plan.facilitatorId && { facilitator_id: plan.facilitatorId }),
    ...(plan.coFacilitatorId && { co_facilitator_id: plan.coFacilitatorId }),
    ...(plan.location && { location: plan.location }),
  };
}

/** What stands in the way of each date, by the date in the plan; [] where all is free. */
export type SeriesPreview = Readonly<Record<string, readonly SeriesConflict[]>>;

async function previewSeries(plan: SeriesPlan, signal: AbortSignal): Promise<SeriesPreview> {
  await typingPause(signal);
  const { data } = await supabase.rpc('pm_preview_series', planArguments(plan)).abortSignal(signal).throwOnError();
  return Object.fromEntries(
    data.map(({ planned_on, conflicts }) => [planned_on, z.array(seriesConflictSchema).parse(conflicts)]),
  );
}

export function seriesPreviewQueryOptions(organizationId: string, plan: SeriesPlan) {
  return queryOptions({
    queryKey: seriesKeys.preview(organizationId, plan),
    queryFn: ({ signal }) => previewSeries(plan, signal),
    // Somebody else may take the room while the form is open.
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
}
