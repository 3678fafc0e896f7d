import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { readNamesOfPeople } from '@/platform/audit';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { DELETED_KINDS } from '../deleted/deleted-kinds';
import { recordKeys } from './keys';

const deletedRecord = z.object({
  kind: z.enum(DELETED_KINDS),
  id: z.guid(),
  name: z.string(),
  group_definition_id: z.guid().nullable(),
  patient_id: z.guid().nullable(),
  deleted_at: z.string(),
  deleted_by: z.guid().nullable(),
});

export type DeletedRecord = z.output<typeof deletedRecord>;

/** What can be restored, latest first, at most 500, of the kinds that the person may delete. */
export async function readRecentlyDeleted(organizationId: string): Promise<DeletedRecord[]> {
  const { data } = await supabase.rpc('pm_recently_deleted', { organization_id: organizationId }).throwOnError();
  return z.array(deletedRecord).parse(data);
}

async function getRecentlyDeleted(organizationId: string) {
  const records = await readRecentlyDeleted(organizationId);
  const people = await readNamesOfPeople(
    organizationId,
    records.flatMap(({ deleted_by }) => deleted_by ?? []),
  );
  return { records, people };
}

function recentlyDeletedQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: recordKeys.deleted(organizationId),
    queryFn: () => getRecentlyDeleted(organizationId),
    // Somebody else may have restored one meanwhile.
    staleTime: 0,
  });
}

/** Deleted groups, enrollments and patients, and the names of who deleted them. */
export function useRecentlyDeleted() {
  return useQuery(recentlyDeletedQueryOptions(useOrganization().id));
}
