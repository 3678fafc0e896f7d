import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

/** Says that somebody has looked at a flagged answer. */
export function useAcknowledgeFlag(sessionId: string) {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (responseId: string) => {
      await supabase.rpc('pm_acknowledge_flag', { response_id: responseId }).throwOnError();
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: runKeys.responses(id, sessionId) }),
        queryClient.invalidateQueries({ queryKey: runKeys.attendance(id, sessionId) }),
      ]),
  });
}
