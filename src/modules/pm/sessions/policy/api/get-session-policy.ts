import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from '../../api/keys';
import { type SessionPolicy, sessionPolicySchema } from '../session-policy';

/** What a group asks of its sessions, and who leads it. */
export interface GroupPolicy extends SessionPolicy {
  id: string;
  name: string;
  facilitator_id: string | null;
  co_facilitator_id: string | null;
}

/** Null when the group is gone or may not be seen. */
async function getSessionPolicy(organizationId: string, groupId: string): Promise<GroupPolicy | null> {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select(
      'id, name, facilitator_id, co_facilitator_id, session_creation_permission, session_approval_required, advance_notice_hours, allowed_time_slots',
    )
    .eq('organization_id', organizationId)
    .eq('id', groupId)
    .maybeSingle()
    .throwOnError();
  return data && { ...data, ...sessionPolicySchema.parse(data) };
}

function sessionPolicyQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: sessionKeys.policy(organizationId, groupId),
    queryFn: () => getSessionPolicy(organizationId, groupId),
  });
}

/** The group's session policy; `groupId` may be '' while none is chosen. */
export function useSessionPolicy(groupId: string) {
  return useQuery({ ...sessionPolicyQueryOptions(useOrganization().id, groupId), enabled: groupId !== '' });
}
