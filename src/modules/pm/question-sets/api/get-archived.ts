import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { questionSetKeys } from './keys';

/** The deleted question sets, latest first; only for those who may delete. */
async function getArchived(organizationId: string) {
  const { data } = await supabase
    .rpc('pm_deleted_question_sets', { organization_id: organizationId })
    .select('id, title, version, deleted_at')
    .throwOnError();
  return data;
}

export type ArchivedSet = Awaited<ReturnType<typeof getArchived>>[number];

export function useArchivedSets() {
  const { id: organizationId } = useOrganization();
  return useQuery({
    queryKey: questionSetKeys.archived(organizationId),
    queryFn: () => getArchived(organizationId),
  });
}
