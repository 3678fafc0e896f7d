import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { type Kind, kindOf } from '../kind';
import { questionSetKeys } from './keys';

/** As many as one answer of the server holds. */
export const MOST_LISTED = 1000;

/** The versions in use of all question sets, by title. `groupCount`: groups that use the set. */
async function getQuestionSets(organizationId: string) {
  const { data } = await supabase
    .from('pm_question_sets')
    .select(
      'id, title, description, source, scoring, version, updated_at, first_question:questions->0->>id, assigned:pm_group_question_sets(group_definition_id, group:pm_group_definitions(id))',
    )
    .eq('organization_id', organizationId)
    .is('superseded_at', null)
    .order('title')
    .order('id')
    .limit(MOST_LISTED)
    .throwOnError();
  return data.map(({ first_question, assigned, ...set }) => ({
    ...set,
    kind: kindOf({ scoring: set.scoring, hasQuestions: first_question !== null }) satisfies Kind,
    // A deleted group uses nothing. Who may see no groups sees none of them, and no count either.
    groupCount: assigned.filter(({ group }) => group !== null).length,
  }));
}

export type ListedSet = Awaited<ReturnType<typeof getQuestionSets>>[number];

export function questionSetsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: questionSetKeys.list(organizationId),
    queryFn: () => getQuestionSets(organizationId),
  });
}

/** The organization's question sets in use. `enabled: false` asks nothing. */
export function useQuestionSets({ enabled = true } = {}) {
  return useQuery({ ...questionSetsQueryOptions(useOrganization().id), enabled });
}
