import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { questionSetKeys } from './keys';

/** How many times each version of each question set was answered. */
async function getUsage(organizationId: string) {
  const { data } = await supabase
    .rpc('pm_question_set_usage', { organization_id: organizationId })
    .select('question_set_id, answers')
    .throwOnError();
  return new Map(data.map(({ question_set_id, answers }) => [question_set_id, answers]));
}

/** How many times a version was answered; null while that is not known. */
export function useAnswerCount(questionSetId: string): number | null {
  const { id: organizationId } = useOrganization();
  const { data } = useQuery({
    queryKey: questionSetKeys.usage(organizationId),
    queryFn: () => getUsage(organizationId),
    // What it says is read before deciding.
    staleTime: 0,
  });
  return data ? (data.get(questionSetId) ?? 0) : null;
}
