import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshGroups } from './keys';

/** Soft-deletes a group; its enrollments and sessions stay as they are. */
async function deleteGroup(groupId: string) {
  await supabase.rpc('pm_delete_group_definition', { group_definition_id: groupId }).throwOnError();
}

export function useDeleteGroup() {
  const refresh = useRefreshGroups();
  return useMutation({
    mutationFn: deleteGroup,
    // Not waited for: the page is left before it finds its group gone.
    onSettled: () => void refresh(),
  });
}
