import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { PATIENT_IDENTITY_COLUMNS } from '../patient-identity';
import { enrollmentKeys } from './keys';

const PAGE_SIZE = 25;

/** Enrollments of a group that ended, latest first. */
async function getHistory(organizationId: string, groupId: string, offset: number) {
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select(
      `id, patient_id, enrolled_at, waitlisted_at, disenrolled_at, disenroll_reason, patient:pm_patients(${PATIENT_IDENTITY_COLUMNS})`,
    )
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('status', 'disenrolled')
    .order('disenrolled_at', { ascending: false })
    .order('id')
    // One more than is shown tells whether there is more, without asking for a page past the end.
    .range(offset, offset + PAGE_SIZE)
    .throwOnError();
  return { entries: data.slice(0, PAGE_SIZE), next: data.length > PAGE_SIZE ? offset + PAGE_SIZE : null };
}

export type HistoryEntry = Awaited<ReturnType<typeof getHistory>>['entries'][number];

function historyQueryOptions(organizationId: string, groupId: string) {
  return infiniteQueryOptions({
    queryKey: enrollmentKeys.history(organizationId, groupId),
    queryFn: ({ pageParam }) => getHistory(organizationId, groupId, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}

/** Who was in the group and is not any more. */
export function useHistory(groupId: string) {
  return useInfiniteQuery(historyQueryOptions(useOrganization().id, groupId));
}
