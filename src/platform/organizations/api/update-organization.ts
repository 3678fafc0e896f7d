import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { type OrganizationSettings, useOrganization } from '../organization-context';
import { getOrganizationSettings } from './get-organization-settings';

export interface OrganizationChange {
  name?: string;
  /** IANA name. */
  timezone?: string;
  settings: Partial<OrganizationSettings>;
}

/** Saves what is given; settings that are not named stay as they are, those that this version does not know too. */
async function updateOrganization(organizationId: string, { settings: changed, ...columns }: OrganizationChange) {
  const { settings } = await getOrganizationSettings(organizationId);
  await supabase
    .from('pf_organizations')
    .update({ ...columns, settings: { ...settings, ...changed } })
    .eq('id', organizationId)
    .select('id')
    .single()
    .throwOnError();
}

export function useUpdateOrganization() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: OrganizationChange) => updateOrganization(id, change),
    // With the zone, every session's instant may have changed.
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['memberships'] }),
        queryClient.invalidateQueries({ queryKey: [id] }),
      ]),
  });
}
