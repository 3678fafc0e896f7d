import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { joinCodeKeys } from './keys';

async function patientCode(patientId: string, renew: boolean): Promise<string> {
  const { data } = await supabase.rpc('pm_patient_join_code', { patient_id: patientId, renew }).throwOnError();
  return data;
}

/** The code by which a patient joins sessions; the first time somebody asks for it, it is made. */
export function patientCodeQueryOptions(organizationId: string, patientId: string) {
  return queryOptions({
    queryKey: joinCodeKeys.patient(organizationId, patientId),
    queryFn: () => patientCode(patientId, false),
    // Somebody else may have made a new one, and this one is about to be handed over.
    staleTime: 0,
  });
}

/** Makes a new code; the old one stops working. */
export function useRenewPatientCode(patientId: string) {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useMutation({
    mutationFn: () => patientCode(patientId, true),
    onSuccess: (code) => queryClient.setQueryData(patientCodeQueryOptions(id, patientId).queryKey, code),
  });
}
