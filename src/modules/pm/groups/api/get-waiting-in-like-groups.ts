import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';
import { readPatients } from './read-patients';

const waitingSchema = z.object({
  enrollment_id: z.uuid(),
  patient_id: z.uuid(),
  other_group_definition_id: z.uuid(),
  group_name: z.string(),
  place: z.number(),
  waiting_since: z.string(),
  is_held: z.boolean(),
});

/** Who waits in other active groups of the type and is not in this one, longest first, at most 200. */
async function getWaitingInLikeGroups(organizationId: string, groupId: string) {
  const { data } = await supabase.rpc('pm_waiting_in_like_groups', { group_definition_id: groupId }).throwOnError();
  const rows = z.array(waitingSchema).parse(data);
  const patients = await readPatients(
    organizationId,
    rows.map(({ patient_id }) => patient_id),
  );
  // Whose record was deleted, or may not be seen, cannot be asked.
  return rows.flatMap((row) => {
    const patient = patients.get(row.patient_id);
    return patient ? [{ ...row, patient }] : [];
  });
}

/** Somebody who waits elsewhere, with the record; `waiting_since` as the database sends it. */
export type Invitable = Awaited<ReturnType<typeof getWaitingInLikeGroups>>[number];

function waitingInLikeGroupsQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: groupKeys.waitingInLikeGroups(organizationId, groupId),
    queryFn: () => getWaitingInLikeGroups(organizationId, groupId),
    // People are called by this list.
    staleTime: 0,
  });
}

export function useWaitingInLikeGroups(groupId: string) {
  return useQuery(waitingInLikeGroupsQueryOptions(useOrganization().id, groupId));
}
