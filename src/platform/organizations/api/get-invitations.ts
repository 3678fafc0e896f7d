import { queryOptions, useQuery } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';

/** Invitations that nobody has accepted yet, expired ones included, latest first. inviter is null for who has left. */
async function getInvitations(organizationId: string) {
  const { data } = await supabase
    .from('pf_invitations')
    .select(
      'id, email, expires_at, created_at, role:pf_roles!inner(id, name), invited_by, inviter:pf_profiles(full_name)',
    )
    .eq('organization_id', organizationId)
    .is('accepted_at', null)
    .order('created_at', { ascending: false })
    .throwOnError();
  return data;
}

export type Invitation = Awaited<ReturnType<typeof getInvitations>>[number];

function invitationsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'members', 'invitations'),
    queryFn: () => getInvitations(organizationId),
    // Whether somebody has accepted meanwhile is why one comes back to look.
    staleTime: 0,
  });
}

export function useInvitations() {
  return useQuery(invitationsQueryOptions(useOrganization().id));
}
