import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { SHEET_ENTRY_COLUMNS, toEntry } from './get-sheets';
import { printKeys } from './keys';

/** Who waits for a seat in a group, next first. */
async function getSheetWaitlist(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select(SHEET_ENTRY_COLUMNS)
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('status', 'waitlisted')
    .order('waitlist_position')
    .throwOnError();
  return data.map(toEntry);
}

export function sheetWaitlistQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: printKeys.waitlist(organizationId, groupId),
    queryFn: () => getSheetWaitlist(organizationId, groupId),
    staleTime: 0,
  });
}
