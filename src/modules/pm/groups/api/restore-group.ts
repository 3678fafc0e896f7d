import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshGroups } from './keys';

/** Brings a deleted group back as it was. */
async function restoreGroup(groupId: string) {
  await supabase.rpc('pm_restore_group_definition', { group_definition_id: groupId }).throwOnError();
}

export function useRestoreGroup() {
  return useMutation({ mutationFn: restoreGroup, onSettled: useRefreshGroups() });
}
