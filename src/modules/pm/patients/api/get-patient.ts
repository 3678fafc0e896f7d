import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { patientKeys } from './keys';

/** One patient, or null where there is none of this id (deleted, another organization's, or no id at all). */
async function getPatient(organizationId: string, patientId: string) {
  if (!z.guid().safeParse(patientId).success) return null;
  const { data } = await supabase
    .from('pm_patients')
    .select(
      'id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, notes, created_at, created_by, updated_at',
    )
    .eq('organization_id', organizationId)
    .eq('id', patientId)
    .maybeSingle()
    .throwOnError();
  return data;
}

export type Patient = NonNullable<Awaited<ReturnType<typeof getPatient>>>;

export function patientQueryOptions(organizationId: string, patientId: string) {
  return queryOptions({
    queryKey: patientKeys.detail(organizationId, patientId),
    queryFn: () => getPatient(organizationId, patientId),
  });
}

export function usePatient(patientId: string) {
  return useQuery(patientQueryOptions(useOrganization().id, patientId));
}

/** A function that reads a patient ahead of the page that will show it, so that the page is there at once. */
export function useReadPatientAhead(): (patientId: string) => void {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return (patientId) => void queryClient.prefetchQuery(patientQueryOptions(id, patientId));
}
