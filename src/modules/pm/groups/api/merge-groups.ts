import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys, useRefreshGroups } from './keys';
import { readPatients } from './read-patients';

const mergeSchema = z.object({
  moved: z.array(
    z.object({
      patient_id: z.uuid(),
      enrollment_id: z.uuid(),
      was: z.enum(['enrolled', 'waitlisted']),
      status: z.enum(['enrolled', 'waitlisted', 'already_there']),
      waitlist_position: z.number().nullable(),
    }),
  ),
  enrolled: z.number(),
  waitlisted: z.number(),
  already_there: z.number(),
  cancelled_sessions: z.array(
    z.object({ id: z.uuid(), session_date: z.string(), start_time: z.string(), end_time: z.string() }),
  ),
});

interface Merge {
  groupId: string;
  intoGroupId: string;
  /** Empty for the database's own: "Merged into ...". */
  reason: string;
}

async function mergeGroups(organizationId: string, { groupId, intoGroupId, reason }: Merge, preview: boolean) {
  const { data } = await supabase
    .rpc('pm_merge_groups', {
      group_definition_id: groupId,
      into_group_definition_id: intoGroupId,
      ...(reason === '' ? {} : { reason }),
      preview,
    })
    .throwOnError();
  const { moved, ...merge } = mergeSchema.parse(data);
  const patients = await readPatients(
    organizationId,
    moved.map(({ patient_id }) => patient_id),
  );
  return { ...merge, moved: moved.map((each) => ({ ...each, patient: patients.get(each.patient_id) ?? null })) };
}

/** What merging does to whom, with names where they may be seen; sessions by the organization's wall clock. */
export type MergeResult = Awaited<ReturnType<typeof mergeGroups>>;

function mergePreviewQueryOptions(organizationId: string, merge: Omit<Merge, 'reason'>) {
  return queryOptions({
    queryKey: groupKeys.mergePreview(organizationId, merge),
    queryFn: () => mergeGroups(organizationId, { ...merge, reason: '' }, true),
    // Decided by, so as it is now.
    staleTime: 0,
  });
}

/** What merging would do now; nothing is saved. Not asked while no group is chosen. */
export function useMergePreview(merge: Omit<Merge, 'reason'>) {
  return useQuery({
    ...mergePreviewQueryOptions(useOrganization().id, merge),
    enabled: merge.intoGroupId !== '',
  });
}

/** Merges for good; answers what came of each patient. */
export function useMergeGroups() {
  const { id } = useOrganization();
  const refresh = useRefreshGroups();
  return useMutation({
    mutationFn: (merge: Merge) => mergeGroups(id, merge, false),
    // Not waited for: the answer is to be read at once.
    onSettled: () => void refresh(),
  });
}
