import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { SessionPayload } from '../session-form-model';
import { invalidateSessions, sessionKeys } from './keys';

/** Schedules one session; facilitators and location that are null become the group's. Answers whether it waits for approval. */
async function createSession(organizationId: string, groupId: string, payload: SessionPayload): Promise<boolean> {
  const { data } = await supabase
    .from('pm_group_schedule')
    .insert({ ...payload, organization_id: organizationId, group_definition_id: groupId })
    .select('approval_status')
    .single()
    .throwOnError();
  return data.approval_status === 'pending';
}

/** Refused with SCHEDULE_CONFLICT, GROUP_NOT_ACTIVE, GROUP_NOT_FOUND, INVALID_DATE_RANGE, what the group's session policy does not allow, or for want of permission. */
export function useCreateSession() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ groupId, payload }: { groupId: string; payload: SessionPayload }) =>
      createSession(id, groupId, payload),
    onSuccess: () => invalidateSessions(queryClient, id),
    // A refusal says that somebody was quicker than the last look for conflicts.
    onError: () => queryClient.invalidateQueries({ queryKey: sessionKeys.conflicts(id) }),
  });
}
