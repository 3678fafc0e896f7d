import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

/** Chooses what a session asks; null for nothing. Refused with SESSION_HAS_ANSWERS once somebody answered. */
export function useSetSessionQuestions(sessionId: string) {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (questionSetId: string | null) => {
      await supabase
        .rpc('pm_set_session_questions', {
          session_id: sessionId,
          ...(questionSetId !== null && { question_set_id: questionSetId }),
        })
        .throwOnError();
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: runKeys.session(id, sessionId) }),
        queryClient.invalidateQueries({ queryKey: runKeys.results(id, sessionId) }),
      ]),
  });
}
