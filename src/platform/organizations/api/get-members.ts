import { queryOptions, useQuery } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';

/** Everybody of an organization, suspended ones included, by name. */
async function getMembers(organizationId: string) {
  const { data } = await supabase
    .from('pf_memberships')
    .select(
      'status, role:pf_roles!inner(id, key, name), profile:pf_profiles!pf_memberships_user_id_fkey!inner(id, full_name, email)',
    )
    .eq('organization_id', organizationId)
    .throwOnError();
  return data
    .map(({ profile, role, status }) => ({ ...profile, role, status }))
    .sort((one, other) => one.full_name.localeCompare(other.full_name));
}

export type Member = Awaited<ReturnType<typeof getMembers>>[number];

export function membersQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'members', 'list'),
    queryFn: () => getMembers(organizationId),
    staleTime: 5 * 60_000,
  });
}

/** The present organization's people: id (of the profile), full_name, email, role, status. */
export function useMembers() {
  return useQuery(membersQueryOptions(useOrganization().id));
}

/** The same, read again with every visit and window focus: for the page that changes them. */
export function useMembersNow() {
  return useQuery({ ...membersQueryOptions(useOrganization().id), staleTime: 0 });
}
