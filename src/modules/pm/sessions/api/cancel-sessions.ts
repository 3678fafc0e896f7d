import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from './keys';

/** What became of each session; `detail` says why one could not be cancelled. */
export const cancellationResultSchema = z.object({
  cancelled: z.number(),
  failed: z.number(),
  results: z.array(
    z.object({
      session_id: z.string(),
      status: z.enum(['cancelled', 'failed']),
      error: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});

export type CancellationResult = z.output<typeof cancellationResultSchema>;

export interface Cancellation {
  /** 1 to 500. */
  sessionIds: readonly string[];
  reason: string;
}

async function cancelSessions({ sessionIds, reason }: Cancellation): Promise<CancellationResult> {
  const { data } = await supabase.rpc('pm_cancel_sessions', { session_ids: [...sessionIds], reason }).throwOnError();
  return cancellationResultSchema.parse(data);
}

/** Cancels many with one reason; what cannot be cancelled does not keep the others. */
export function useCancelSessions() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: cancelSessions,
    onSettled: () => invalidateSessions(queryClient, id),
  });
}
