import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { QuestionSetContent } from '../questions.schema';
import { useRefreshQuestionSets } from './keys';

/** Makes a question set. Throws INVALID_QUESTIONS with what is wrong. */
async function createQuestionSet(organizationId: string, content: QuestionSetContent) {
  const { data } = await supabase
    .from('pm_question_sets')
    .insert({ ...content, organization_id: organizationId })
    .select('id, title, version')
    .single()
    .throwOnError();
  return data;
}

export function useCreateQuestionSet() {
  const { id: organizationId } = useOrganization();
  return useMutation({
    mutationFn: (content: QuestionSetContent) => createQuestionSet(organizationId, content),
    onSettled: useRefreshQuestionSets(),
  });
}
