import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';

// So many ids still fit into an address.
const CHUNK = 100;

async function getChunk(organizationId: string, groupIds: string[]) {
  const { data } = await supabase
    .from('pm_group_overview')
    .select('id, max_capacity, patient_count, waitlist_count')
    .eq('organization_id', organizationId)
    .in('id', groupIds)
    .throwOnError();
  return data;
}

/** Seats of groups by their id; a group that was deleted or may not be seen is missing. */
async function getGroupSeats(organizationId: string, groupIds: readonly string[]) {
  const chunks = Array.from({ length: Math.ceil(groupIds.length / CHUNK) }, (_, index) =>
    getChunk(organizationId, groupIds.slice(index * CHUNK, (index + 1) * CHUNK)),
  );
  const rows = (await Promise.all(chunks)).flat();
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      { capacity: row.max_capacity, taken: row.patient_count ?? 0, waiting: row.waitlist_count ?? 0 },
    ]),
  );
}

export type GroupSeats = Awaited<ReturnType<typeof getGroupSeats>>;

/** Ask only for those who hold pm.group_enrollments.view: for others the database counts nobody. */
export function groupSeatsQueryOptions(organizationId: string, groupIds: readonly string[]) {
  const ids = [...new Set(groupIds)].sort();
  return queryOptions({
    queryKey: sessionKeys.seats(organizationId, ids),
    queryFn: () => getGroupSeats(organizationId, ids),
  });
}
