import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

const PAGE_SIZE = 30;

/** Entries of a group's log that are older than one of them, latest first. */
async function getActivity(organizationId: string, groupId: string, before: number) {
  // One more than is shown tells whether there is more.
  const { data } = await supabase
    .from('pm_group_activity_log')
    .select(
      'id, action, performed_by, metadata, created_at, patient_id, patient:pm_patients(first_name, last_name, preferred_name)',
    )
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .lt('id', before)
    .order('id', { ascending: false })
    .limit(PAGE_SIZE + 1)
    .throwOnError();
  const entries = data.slice(0, PAGE_SIZE);
  return { entries, next: data.length > PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null };
}

export type ActivityEntry = Awaited<ReturnType<typeof getActivity>>['entries'][number];

function activityQueryOptions(organizationId: string, groupId: string) {
  return infiniteQueryOptions({
    queryKey: groupKeys.activity(organizationId, groupId),
    queryFn: ({ pageParam }) => getActivity(organizationId, groupId, pageParam),
    initialPageParam: Number.MAX_SAFE_INTEGER,
    getNextPageParam: ({ next }) => next,
  });
}

export function useActivity(groupId: string) {
  return useInfiniteQuery(activityQueryOptions(useOrganization().id, groupId));
}
