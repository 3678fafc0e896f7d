import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

const MOST = 10;

const setsSchema = z.array(z.object({ question_set_id: z.guid(), title: z.string() }));

/** The question sets that the organization's sessions asked last, latest first. Throws PERMISSION_DENIED. */
async function getRecentQuestionSets(organizationId: string, signal: AbortSignal) {
  const { data } = await supabase
    .rpc('pm_recent_question_sets', { organization_id: organizationId, most: MOST })
    .abortSignal(signal)
    .throwOnError();
  return setsSchema.parse(data);
}

export function recentQuestionSetsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: groupKeys.recentQuestionSets(organizationId),
    queryFn: ({ signal }) => getRecentQuestionSets(organizationId, signal),
    networkMode: 'always',
  });
}
