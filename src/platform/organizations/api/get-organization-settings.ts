import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';

/** Settings as stored, with those that this version does not know. */
const storedSettingsSchema = z.record(z.string(), z.json());

/** An organization as it can be edited. */
export async function getOrganizationSettings(organizationId: string) {
  const { data } = await supabase
    .from('pf_organizations')
    .select('name, timezone, settings')
    .eq('id', organizationId)
    .single()
    .throwOnError();
  return { ...data, settings: storedSettingsSchema.parse(data.settings) };
}

export type StoredOrganization = Awaited<ReturnType<typeof getOrganizationSettings>>;

function organizationSettingsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'organization', 'settings'),
    queryFn: () => getOrganizationSettings(organizationId),
    // A form must begin with what holds now.
    staleTime: 0,
  });
}

export function useOrganizationSettings() {
  return useQuery(organizationSettingsQueryOptions(useOrganization().id));
}
