import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { describeError } from '@/platform/supabase/errors';
import { invalidateSessions } from '../../api/keys';
import { inParts } from '../cancel-several-model';

const answerSchema = z.object({
  results: z.array(
    z.object({
      session_id: z.string(),
      status: z.enum(['cancelled', 'failed']),
      error: z.string().nullish(),
      detail: z.string().nullish(),
    }),
  ),
});

/** What became of one session; `problem` says in words why it was not cancelled. */
export interface Cancellation {
  sessionId: string;
  problem: string | null;
}

export interface Cancelling {
  sessionIds: readonly string[];
  reason: string;
  /** Told after each part. */
  onPart: (cancelled: readonly Cancellation[]) => void;
}

// Small enough that progress can be seen, large enough to be quick.
const PART = 20;

/** Cancels sessions part by part. A part that could not be sent counts as failed, and the next one is tried. */
async function cancelSessions({ sessionIds, reason, onPart }: Cancelling): Promise<void> {
  for (const part of inParts(sessionIds, PART)) onPart(await cancelPart(part, reason));
}

async function cancelPart(session_ids: string[], reason: string): Promise<Cancellation[]> {
  try {
    const { data } = await supabase.rpc('pm_cancel_sessions', { session_ids, reason }).throwOnError();
    return answerSchema.parse(data).results.map(({ session_id, status, error, detail }) => ({
      sessionId: session_id,
      problem: status === 'cancelled' ? null : detail || describeError({ message: error ?? '' }).message,
    }));
  } catch (error) {
    const { message, hint } = describeError(error);
    const problem = [message, hint].filter(Boolean).join(' ');
    return session_ids.map((sessionId) => ({ sessionId, problem }));
  }
}

export function useCancelSessions() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: cancelSessions,
    onSettled: () => invalidateSessions(queryClient, id),
  });
}
