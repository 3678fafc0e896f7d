import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

/** The question set that every session of the group asks; null for none, and for who may not see question sets. */
async function getCheckIn(organizationId: string, groupId: string, signal: AbortSignal) {
  const { data } = await supabase
    .from('pm_group_question_sets')
    .select('question_set:pm_question_sets(id, title)')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('is_check_in', true)
    .abortSignal(signal)
    .maybeSingle()
    .throwOnError();
  return data?.question_set ?? null;
}

export function checkInQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: groupKeys.checkIn(organizationId, groupId),
    queryFn: ({ signal }) => getCheckIn(organizationId, groupId, signal),
    networkMode: 'always',
  });
}
