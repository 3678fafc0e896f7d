import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';

/** Who waits for a seat in a group, first in line first. `patient` is null for those who may see enrollments but no patients. */
async function getWaitlist(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select('id, patient:pm_patients(id, first_name, last_name, preferred_name, mrn)')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('status', 'waitlisted')
    .order('waitlist_position')
    .throwOnError();
  return data.map(({ id, patient }) => ({ id, patient: patient ?? null }));
}

export function waitlistQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: sessionKeys.waitlist(organizationId, groupId),
    queryFn: () => getWaitlist(organizationId, groupId),
  });
}
