import { queryOptions, useQuery } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { organizationSettingsSchema } from '../settings.schema';

/** Where the signed-in person works: active memberships only, with the organization and the role, by organization name. */
async function getMemberships(userId: string) {
  const { data } = await supabase
    .from('pf_memberships')
    .select(
      'role:pf_roles!inner(id, key, name), organization:pf_organizations!pf_memberships_organization_id_fkey!inner(id, name, slug, timezone, settings)',
    )
    .eq('user_id', userId)
    .eq('status', 'active')
    .throwOnError();
  return data
    .map(({ role, organization }) => ({
      role,
      organization: { ...organization, settings: organizationSettingsSchema.parse(organization.settings) },
    }))
    .sort((one, other) => one.organization.name.localeCompare(other.organization.name));
}

export type Membership = Awaited<ReturnType<typeof getMemberships>>[number];

/** Not under an organization's prefix: this answer spans them all. */
export function membershipsQueryOptions(userId: string) {
  return queryOptions({
    queryKey: ['memberships', userId],
    queryFn: () => getMemberships(userId),
    // Another role or a suspension counts in an open window from the next time it is looked at.
    refetchOnWindowFocus: 'always',
  });
}

/** The organizations of a person with the role held in each. */
export function useMemberships(userId: string) {
  return useQuery(membershipsQueryOptions(userId));
}
