import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { kindOf } from '../kind';
import { questionSetKeys } from './keys';

type Of = { groupId: string } | { questionSetId: string };

/** Which sets a group uses, or which groups use a set; those that were deleted are left out. */
async function getAssignments(organizationId: string, of: Of) {
  const request = supabase
    .from('pm_group_question_sets')
    .select(
      'group_definition_id, question_set_id, is_check_in, group:pm_group_definitions(id, name, status, facilitator_id, co_facilitator_id), question_set:pm_question_sets(id, title, version, scoring, questions)',
    )
    .eq('organization_id', organizationId);
  const { data } = await ('groupId' in of
    ? request.eq('group_definition_id', of.groupId)
    : request.eq('question_set_id', of.questionSetId)
  ).throwOnError();
  return data.flatMap(({ group, question_set: set, ...assignment }) => {
    if (!group || !set) return [];
    const hasQuestions = Array.isArray(set.questions) && set.questions.length > 0;
    const kind = kindOf({ scoring: set.scoring, hasQuestions });
    return [{ ...assignment, group, questionSet: { id: set.id, title: set.title, version: set.version, kind } }];
  });
}

export type Assignment = Awaited<ReturnType<typeof getAssignments>>[number];

export function assignmentsQueryOptions(organizationId: string, of: Of) {
  return queryOptions({
    queryKey: questionSetKeys.assignments(organizationId, of),
    queryFn: () => getAssignments(organizationId, of),
  });
}

export function useAssignments(of: Of) {
  return useQuery(assignmentsQueryOptions(useOrganization().id, of));
}
