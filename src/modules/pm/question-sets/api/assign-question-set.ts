import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshQuestionSets } from './keys';

interface Assign {
  groupId: string;
  questionSetId: string;
  /** Asked at every session of the group, in place of another. */
  isCheckIn: boolean;
}

/** Gives a group a question set; again changes whether every session asks it. */
async function assignQuestionSet({ groupId, questionSetId, isCheckIn }: Assign) {
  await supabase
    .rpc('pm_assign_question_set', {
      group_definition_id: groupId,
      question_set_id: questionSetId,
      is_check_in: isCheckIn,
    })
    .throwOnError();
}

export function useAssignQuestionSet() {
  return useMutation({ mutationFn: assignQuestionSet, onSettled: useRefreshQuestionSets() });
}
