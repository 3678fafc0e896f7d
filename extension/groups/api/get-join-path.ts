import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { joinPath } from '../join-path';
import { groupKeys } from './keys';

/** The patients' way into a session; null when the session is gone or may not be seen any more. */
async function getJoinPath(organizationId: string, sessionId: string, signal: AbortSignal) {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select('id, share_token, group_definition_id')
    .eq('organization_id', organizationId)
    .eq('id', sessionId)
    .abortSignal(signal)
    .maybeSingle()
    .throwOnError();
  return data && joinPath(data);
}

export function joinPathQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: groupKeys.joinPath(organizationId, sessionId),
    queryFn: ({ signal }) => getJoinPath(organizationId, sessionId, signal),
    networkMode: 'always',
  });
}
