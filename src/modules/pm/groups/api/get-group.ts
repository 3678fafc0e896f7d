import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

const COLUMNS =
  'id, name, description, group_code, group_type, status, facilitator_id, co_facilitator_id, location, max_capacity, min_capacity, duration_minutes, recurrence_rule, time_period, start_date, end_date, patient_count, waitlist_count, next_session_at';

/** A group with its figures; null when there is none, it was deleted, or the address is not an id. */
async function getGroup(organizationId: string, groupId: string) {
  if (!z.uuid().safeParse(groupId).success) return null;
  const { data } = await supabase
    .from('pm_group_overview')
    .select(COLUMNS)
    .eq('organization_id', organizationId)
    .eq('id', groupId)
    .maybeSingle()
    .throwOnError();
  // The view's counts are never null; generated types cannot know that.
  return data && { ...data, patient_count: data.patient_count ?? 0, waitlist_count: data.waitlist_count ?? 0 };
}

export type Group = NonNullable<Awaited<ReturnType<typeof getGroup>>>;

export function groupQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: groupKeys.detail(organizationId, groupId),
    queryFn: () => getGroup(organizationId, groupId),
  });
}

/** The group, or null when it does not exist (any more). */
export function useGroup(groupId: string) {
  return useQuery(groupQueryOptions(useOrganization().id, groupId));
}
