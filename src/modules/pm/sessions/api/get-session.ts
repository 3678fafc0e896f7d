import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';
import { SESSION_COLUMNS, toSession } from './session-row';

/** One session with its notes; null when there is none such, or it may not be seen. */
async function getSession(organizationId: string, sessionId: string) {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select(`${SESSION_COLUMNS}, notes`)
    .eq('organization_id', organizationId)
    .eq('id', sessionId)
    .maybeSingle()
    .throwOnError();
  return data && toSession(data);
}

export type SessionDetail = NonNullable<Awaited<ReturnType<typeof getSession>>>;

export function sessionQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: sessionKeys.detail(organizationId, sessionId),
    queryFn: () => getSession(organizationId, sessionId),
  });
}
