import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from './keys';

export type StateChange =
  | { sessionId: string; to: 'active' | 'completed' }
  | { sessionId: string; to: 'cancelled'; reason: string };

async function changeSessionState(change: StateChange): Promise<void> {
  const session_id = change.sessionId;
  if (change.to === 'cancelled')
    await supabase.rpc('pm_cancel_session', { session_id, reason: change.reason }).throwOnError();
  else if (change.to === 'active') await supabase.rpc('pm_start_session', { session_id }).throwOnError();
  else await supabase.rpc('pm_complete_session', { session_id }).throwOnError();
}

/** Starts, completes or cancels. Also a refusal reloads: it says that somebody else was first (INVALID_TRANSITION). */
export function useChangeSessionState() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: changeSessionState,
    onSettled: () => invalidateSessions(queryClient, id),
  });
}
