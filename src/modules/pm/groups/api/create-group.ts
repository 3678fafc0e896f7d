import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { GroupPayload } from '../group-model';
import { useRefreshGroups } from './keys';

/** Makes a group; Postgres gives it its code. */
async function createGroup(organizationId: string, group: GroupPayload) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .insert({ ...group, organization_id: organizationId })
    .select('id, name')
    .single()
    .throwOnError();
  return data;
}

export function useCreateGroup() {
  const { id: organizationId } = useOrganization();
  return useMutation({
    mutationFn: (group: GroupPayload) => createGroup(organizationId, group),
    onSettled: useRefreshGroups(),
  });
}
