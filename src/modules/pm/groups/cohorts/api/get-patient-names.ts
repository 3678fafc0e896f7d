import { queryOptions } from '@tanstack/react-query';
import { patientName } from '@/modules/pm/enrollments';
import { supabase } from '@/platform/supabase/client';
import { cohortKeys } from './keys';

/** The names of a group's patients, with a seat or waiting, by patient id. */
async function getPatientNames(organizationId: string, groupId: string): Promise<Record<string, string>> {
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select('patient_id, patient:pm_patients(first_name, last_name, preferred_name)')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .neq('status', 'disenrolled')
    .throwOnError();
  return Object.fromEntries(data.map(({ patient_id, patient }) => [patient_id, patientName(patient ?? null)]));
}

export function patientNamesQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: cohortKeys.patientNames(organizationId, groupId),
    queryFn: () => getPatientNames(organizationId, groupId),
  });
}
