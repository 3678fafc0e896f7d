import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { supabase } from '@/platform/supabase/client';
import { typingPause } from '../../api/typing-pause';
import type { SeriesChanges, SeriesScope } from './change-series';
import { seriesKeys } from './keys';
import { seriesConflictSchema } from './series-conflict';

export interface SeriesChangeQuestion {
  sessionId: string;
  scope: SeriesScope;
  changes: SeriesChanges;
}

/** Each session that the change would touch, as it would be: wall clock of the organization. */
async function previewSeriesChange({ sessionId, scope, changes }: SeriesChangeQuestion, signal: AbortSignal) {
  await typingPause(signal);
  const { data } = await supabase
    .rpc('pm_preview_series_change', { session_id: sessionId, scope, changes: { ...changes } })
    .abortSignal(signal)
    .throwOnError();
  return data.map((row) => ({
    id: row.changed_session_id,
    date: row.session_date,
    start: row.start_time,
    end: row.end_time,
    /** In something that changes, it was mended by hand before and stays as it is. */
    keepsOwn: row.keeps_own,
    conflicts: z.array(seriesConflictSchema).parse(row.conflicts),
  }));
}

export type ChangedSession = Awaited<ReturnType<typeof previewSeriesChange>>[number];

export function seriesChangePreviewQueryOptions(organizationId: string, question: SeriesChangeQuestion) {
  return queryOptions({
    queryKey: seriesKeys.changePreview(organizationId, question),
    queryFn: ({ signal }) => previewSeriesChange(question, signal),
    // Somebody else may take the room while the form is open.
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
}
