import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import type { GroupPayload } from '../group-model';
import { personName } from '../person-name';
import { useRefreshGroups } from './keys';

/** Changes some columns of a group. Throws PGRST116 when the group is gone or the person may not edit it any more. */
async function updateGroup(organizationId: string, groupId: string, changes: Partial<GroupPayload>) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .update(changes)
    .eq('organization_id', organizationId)
    .eq('id', groupId)
    .select('id, name, updated_at')
    .single()
    .throwOnError();
  return data;
}

const causeSchema = z.object({ cause: z.object({ rule: z.string() }) });

/** The names of those whom a raised capacity gave a seat, read from the log since the change; never fails, for the change stands. */
async function getPromotedNames(organizationId: string, groupId: string, since: string): Promise<string[]> {
  const { data } = await supabase
    .from('pm_group_activity_log')
    .select('metadata, patient:pm_patients(first_name, last_name, preferred_name)')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('action', 'patient_promoted')
    .gte('created_at', since)
    .order('id');
  return (data ?? [])
    .filter(({ metadata }) => causeSchema.safeParse(metadata).data?.cause.rule === 'capacity_raised')
    .map(({ patient }) => personName(patient));
}

interface Update {
  groupId: string;
  changes: Partial<GroupPayload>;
}

/** Answers the names of those who moved up from the waitlist (none where the role does not include enrollments). */
export function useUpdateGroup() {
  const { id: organizationId } = useOrganization();
  const { can } = usePermissions();
  return useMutation({
    mutationFn: async ({ groupId, changes }: Update) => {
      const group = await updateGroup(organizationId, groupId, changes);
      const mayPromote = changes.max_capacity !== undefined && can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
      return { promoted: mayPromote ? await getPromotedNames(organizationId, groupId, group.updated_at) : [] };
    },
    onSettled: useRefreshGroups(),
  });
}
