import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshQuestionSets } from './keys';

interface Unassign {
  groupId: string;
  questionSetId: string;
}

/** Takes a question set from a group. */
async function unassignQuestionSet({ groupId, questionSetId }: Unassign) {
  await supabase
    .rpc('pm_unassign_question_set', { group_definition_id: groupId, question_set_id: questionSetId })
    .throwOnError();
}

export function useUnassignQuestionSet() {
  return useMutation({ mutationFn: unassignQuestionSet, onSettled: useRefreshQuestionSets() });
}
