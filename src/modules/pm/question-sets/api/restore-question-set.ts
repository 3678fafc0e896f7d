import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshQuestionSets } from './keys';

/** Brings an archived question set back, with the groups that used it. */
async function restoreQuestionSet(questionSetId: string) {
  await supabase.rpc('pm_restore_question_set', { question_set_id: questionSetId }).throwOnError();
}

export function useRestoreQuestionSet() {
  return useMutation({ mutationFn: restoreQuestionSet, onSettled: useRefreshQuestionSets() });
}
