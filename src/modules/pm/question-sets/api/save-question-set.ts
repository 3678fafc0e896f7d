import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import type { QuestionSetContent } from '../questions.schema';
import { useRefreshQuestionSets } from './keys';

interface Save {
  questionSetId: string;
  content: QuestionSetContent;
}

/** Changes a question set; answers the version in use, which is another one if the last has answers. */
async function saveQuestionSet({ questionSetId, content }: Save) {
  const { data } = await supabase
    .rpc('pm_save_question_set', { question_set_id: questionSetId, changes: content })
    .select('id, title, version')
    .single()
    .throwOnError();
  return data;
}

export function useSaveQuestionSet() {
  return useMutation({ mutationFn: saveQuestionSet, onSettled: useRefreshQuestionSets() });
}
