import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import { patientName } from '../patient-identity';
import { enrollmentKeys } from './keys';

/** An address must not become too long; more than these are not looked at together. */
const LIMIT = 100;

async function getPatientNames(organizationId: string, patientIds: readonly string[]) {
  const { data } = await supabase
    .from('pm_patients')
    .select('id, first_name, last_name, preferred_name')
    .eq('organization_id', organizationId)
    .in('id', patientIds)
    .throwOnError();
  return new Map(data.map((patient) => [patient.id, patientName(patient)]));
}

function patientNamesQueryOptions(organizationId: string, patientIds: readonly string[]) {
  return queryOptions({
    queryKey: enrollmentKeys.patientNames(organizationId, patientIds),
    queryFn: () => getPatientNames(organizationId, patientIds),
    placeholderData: keepPreviousData,
  });
}

/** Names by the patients' ids; "another patient" for who was deleted or may not be seen, "…" until they are read. */
export function usePatientNames(patientIds: readonly string[]) {
  const maySee = usePermissions().can(PM_PERMISSIONS.PATIENTS_VIEW);
  const ids = [...new Set(patientIds)].sort().slice(0, LIMIT);
  const { data, isLoading } = useQuery({
    ...patientNamesQueryOptions(useOrganization().id, ids),
    enabled: maySee && ids.length > 0,
  });
  return (patientId: string) => data?.get(patientId) ?? (isLoading ? '…' : 'another patient');
}
