import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

/** Takes a guest, by the participant's id, off a session. Refused with INVALID_TRANSITION for whoever answered or was recorded. */
export function useRemoveGuest(sessionId: string) {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (participantId: string) => {
      await supabase.rpc('pm_remove_guest', { participant_id: participantId }).throwOnError();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: runKeys.attendance(id, sessionId) }),
  });
}
