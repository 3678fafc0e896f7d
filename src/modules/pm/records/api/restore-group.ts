import { supabase } from '@/platform/supabase/client';

/** Brings a deleted group back as it was. */
export async function restoreGroup(groupId: string): Promise<void> {
  await supabase.rpc('pm_restore_group_definition', { group_definition_id: groupId }).throwOnError();
}
