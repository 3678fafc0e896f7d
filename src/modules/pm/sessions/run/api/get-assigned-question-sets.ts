import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

/** The question sets that a group may be asked, by title; `isCheckIn` is asked at every session without being chosen. */
async function getAssignedQuestionSets(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_group_question_sets')
    .select('question_set_id, is_check_in, question_set:pm_question_sets(title)')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .throwOnError();
  return data
    .flatMap(({ question_set_id, is_check_in, question_set }) =>
      question_set ? [{ id: question_set_id, title: question_set.title, isCheckIn: is_check_in }] : [],
    )
    .sort((one, other) => one.title.localeCompare(other.title));
}

/** Ask only for those who hold pm.question_sets.view. */
export function assignedQuestionSetsQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: runKeys.questionSets(organizationId, groupId),
    queryFn: () => getAssignedQuestionSets(organizationId, groupId),
  });
}
