import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from '../../api/keys';

export type Decision =
  | { sessionId: string; approve: true }
  /** The reason is shown to those who asked. */
  | { sessionId: string; approve: false; reason: string };

async function decideSession(decision: Decision): Promise<void> {
  const session_id = decision.sessionId;
  if (decision.approve) await supabase.rpc('pm_approve_session', { session_id }).throwOnError();
  else await supabase.rpc('pm_reject_session', { session_id, reason: decision.reason }).throwOnError();
}

/** Approves or rejects. Refused with PERMISSION_DENIED (also for one's own sessions) or INVALID_TRANSITION: somebody was first. */
export function useDecideSession() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: decideSession,
    onSettled: () => invalidateSessions(queryClient, id),
  });
}
