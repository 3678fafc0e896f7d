import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import type { QuestionSetContent } from '../questions.schema';
import { useRefreshQuestionSets } from './keys';

interface Save {
  questionSetId: string;
  content: QuestionSetContent;
  /** `updated_at` of what the person has seen stored. */
  seenAt: string;
}

/**
 * Changes a question set; answers the version in use, which is another one if the last has answers. Refused with
 * QUESTION_SET_CHANGED when somebody else has saved it since `seenAt`.
 */
async function saveQuestionSet({ questionSetId, content, seenAt }: Save) {
  const { data } = await supabase
    .rpc('pm_save_question_set', { question_set_id: questionSetId, changes: { ...content, updated_at: seenAt } })
    .select('id, title, version')
    .single()
    .throwOnError();
  return data;
}

export function useSaveQuestionSet() {
  return useMutation({ mutationFn: saveQuestionSet, onSettled: useRefreshQuestionSets() });
}
