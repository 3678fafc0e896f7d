import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { type CancellationResult, cancellationResultSchema } from '../../api/cancel-sessions';
import { invalidateSessions } from '../../api/keys';
import type { SeriesScope } from './change-series';

export interface SeriesCancellation {
  /** The session from which the series is cancelled. */
  sessionId: string;
  scope: SeriesScope;
  reason: string;
}

async function cancelSeries({ sessionId, scope, reason }: SeriesCancellation): Promise<CancellationResult> {
  const { data } = await supabase.rpc('pm_cancel_series', { session_id: sessionId, scope, reason }).throwOnError();
  return cancellationResultSchema.parse(data);
}

/** Cancels the scheduled sessions of a series; active and completed ones stay. */
export function useCancelSeries() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: cancelSeries,
    onSettled: () => invalidateSessions(queryClient, id),
  });
}
