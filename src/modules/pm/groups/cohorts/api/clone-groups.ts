import { queryOptions, useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshGroups } from '../../api/keys';
import { cloneAnswerSchema } from '../clone-answer.schema';
import type { CloneRequest } from '../clone-request';
import { cohortKeys } from './keys';

/** Clones the groups in one transaction, or answers what that would do. */
async function cloneGroups({ changes, ...request }: CloneRequest, preview: boolean) {
  const { data } = await supabase
    .rpc('pm_batch_clone_groups', { ...request, changes: changes.map((change) => ({ ...change })), preview })
    .throwOnError();
  return cloneAnswerSchema.parse(data).groups;
}

export function clonePreviewQueryOptions(organizationId: string, request: CloneRequest) {
  return queryOptions({
    queryKey: cohortKeys.preview(organizationId, request),
    queryFn: () => cloneGroups(request, true),
    staleTime: 0,
    // It is work for the database, and what was read must not change while it is being read.
    refetchOnWindowFocus: false,
  });
}

export function useCloneGroups() {
  return useMutation({
    mutationFn: (request: CloneRequest) => cloneGroups(request, false),
    onSettled: useRefreshGroups(),
  });
}
