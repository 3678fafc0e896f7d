import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshGroups } from './keys';

/** Soft-deletes a group; its enrollments and sessions stay as they are. */
async function deleteGroup(groupId: string) {
  await supabase.rpc('pm_delete_group_definition', { group_definition_id: groupId }).throwOnError();
}

export function useDeleteGroup() {
  return useMutation({ mutationFn: deleteGroup, onSettled: useRefreshGroups() });
}
