import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { isPending } from '../policy/powers';
import type { SessionPayload } from '../session-form-model';
import { invalidateSessions, sessionKeys } from './keys';

export interface SessionChange {
  sessionId: string;
  changes: Partial<SessionPayload>;
}

/**
 * Changes columns of a session; answers whether it waits for approval now. Asks for the row back: one that may not be edited
 * would otherwise be passed over in silence.
 */
export async function updateSession(organizationId: string, { sessionId, changes }: SessionChange): Promise<boolean> {
  const { data } = await supabase
    .from('pm_group_schedule')
    .update(changes)
    .eq('organization_id', organizationId)
    .eq('id', sessionId)
    .select('approval_status, status')
    .single()
    .throwOnError();
  return isPending(data);
}

/** Refused with SCHEDULE_CONFLICT, INVALID_TRANSITION (completed, cancelled), INVALID_DATE_RANGE or for want of permission. */
export function useUpdateSession() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: SessionChange) => updateSession(id, change),
    onSuccess: () => invalidateSessions(queryClient, id),
    // A refusal says that somebody was quicker than the last look for conflicts.
    onError: () => queryClient.invalidateQueries({ queryKey: sessionKeys.conflicts(id) }),
  });
}
