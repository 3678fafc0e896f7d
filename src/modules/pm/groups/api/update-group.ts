import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import type { GroupPayload } from '../group-model';
import { personName } from '../person-name';
import type { SeatsOutcome } from '../sentences';
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

/** Seats and places as they are now. */
async function getSeats(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_group_overview')
    .select('max_capacity, patient_count, waitlist_count')
    .eq('organization_id', organizationId)
    .eq('id', groupId)
    .single();
  return data;
}

async function getOutcome(organizationId: string, groupId: string, changes: Change): Promise<SeatsOutcome | null> {
  const [promoted, seats] = await Promise.all([
    getPromotedNames(organizationId, groupId, changes.since),
    getSeats(organizationId, groupId),
  ]);
  if (!seats) return null;
  return {
    promoted,
    taken: seats.patient_count ?? 0,
    waiting: seats.waitlist_count ?? 0,
    capacity: seats.max_capacity,
    raised: changes.raised,
  };
}

interface Change {
  /** When it was saved, by the database's clock. */
  since: string;
  raised: boolean;
}

interface Update {
  group: { id: string; max_capacity: number };
  changes: Partial<GroupPayload>;
}

/** Answers what another capacity did to seats; null when it was not changed, or the role does not include enrollments. */
export function useUpdateGroup() {
  const { id: organizationId } = useOrganization();
  const { can } = usePermissions();
  return useMutation({
    mutationFn: async ({ group, changes }: Update) => {
      const { updated_at } = await updateGroup(organizationId, group.id, changes);
      const wanted = changes.max_capacity;
      if (wanted === undefined || !can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW)) return null;
      return getOutcome(organizationId, group.id, { since: updated_at, raised: wanted > group.max_capacity });
    },
    onSettled: useRefreshGroups(),
  });
}
