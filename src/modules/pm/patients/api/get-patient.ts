import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { describeError } from '@/platform/supabase/errors';
import { patientKeys } from './keys';

const COLUMNS =
  'id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, notes, created_at, created_by, updated_at';

/** One patient, or null where there is none of this id (deleted, another organization's, or no id at all). */
async function getPatient(organizationId: string, patientId: string) {
  if (!z.guid().safeParse(patientId).success) return null;
  const { data } = await supabase
    .from('pm_patients')
    .select(COLUMNS)
    .eq('organization_id', organizationId)
    .eq('id', patientId)
    .maybeSingle()
    .throwOnError();
  return data;
}

export type Patient = NonNullable<Awaited<ReturnType<typeof getPatient>>>;

/** The same, for somebody who opens the record: the server writes down who that was, and when. */
async function openPatient(organizationId: string, patientId: string): Promise<Patient | null> {
  if (!z.guid().safeParse(patientId).success) return null;
  const { data, error } = await supabase
    .rpc('pm_open_patient', { patient_id: patientId })
    .select(`${COLUMNS}, organization_id`);
  if (describeError(error).code === 'PATIENT_NOT_FOUND') return null;
  if (error) throw error;
  return data.organization_id === organizationId ? data : null;
}

function patientAheadQueryOptions(organizationId: string, patientId: string) {
  return queryOptions({
    queryKey: patientKeys.ahead(organizationId, patientId),
    queryFn: () => getPatient(organizationId, patientId),
  });
}

/**
 * The patient for the page that shows the record. Every opening of the page asks the server, whatever is kept here, so that
 * none is missing from the audit log; what was read ahead is shown meanwhile.
 */
export function usePatient(patientId: string) {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useQuery({
    queryKey: patientKeys.detail(id, patientId),
    queryFn: () => openPatient(id, patientId),
    staleTime: 0,
    refetchOnMount: 'always',
    placeholderData: () => queryClient.getQueryData(patientAheadQueryOptions(id, patientId).queryKey) ?? undefined,
  });
}

/** A function that reads a patient ahead of the page that will show it, so that the page is there at once. */
export function useReadPatientAhead(): (patientId: string) => void {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return (patientId) => void queryClient.prefetchQuery(patientAheadQueryOptions(id, patientId));
}
