import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshQuestionSets } from './keys';

/** Archives a question set: it is asked no more, and what was answered stays. */
async function deleteQuestionSet(questionSetId: string) {
  await supabase.rpc('pm_delete_question_set', { question_set_id: questionSetId }).throwOnError();
}

export function useDeleteQuestionSet() {
  const refresh = useRefreshQuestionSets();
  return useMutation({
    mutationFn: deleteQuestionSet,
    // Not waited for: the page is left before it finds its set gone.
    onSettled: () => void refresh(),
  });
}
