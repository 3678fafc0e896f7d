import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { joinCodeKeys } from './keys';

/** The secret of a session's link; null when there is no such session, or it may not be seen. */
async function getSessionLink(organizationId: string, sessionId: string): Promise<string | null> {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select('share_token')
    .eq('organization_id', organizationId)
    .eq('id', sessionId)
    .maybeSingle()
    .throwOnError();
  return data?.share_token ?? null;
}

export function sessionLinkQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: joinCodeKeys.link(organizationId, sessionId),
    queryFn: () => getSessionLink(organizationId, sessionId),
  });
}
