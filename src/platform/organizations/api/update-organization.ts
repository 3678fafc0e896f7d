import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';
import type { OrganizationFields } from '../settings/organization-settings.schema';
import { getOrganizationSettings } from './get-organization-settings';

/** Saves name, time zone and settings; settings that the form does not know stay as they are. */
async function updateOrganization(organizationId: string, { idle_minutes, ...columns }: OrganizationFields) {
  const { settings } = await getOrganizationSettings(organizationId);
  await supabase
    .from('pf_organizations')
    .update({ ...columns, settings: { ...settings, idle_minutes } })
    .eq('id', organizationId)
    .select('id')
    .single()
    .throwOnError();
}

export function useUpdateOrganization() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (fields: OrganizationFields) => updateOrganization(id, fields),
    // With the zone, every session's instant may have changed.
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['memberships'] }),
        queryClient.invalidateQueries({ queryKey: [id] }),
      ]),
  });
}
