import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { PatientPayload } from '../patient-model';
import { useRefreshPatients } from './keys';

/** Changes a patient's record. Throws PGRST116 when it is gone by now. */
async function updatePatient(organizationId: string, patientId: string, patient: PatientPayload) {
  await supabase
    .from('pm_patients')
    .update(patient)
    .eq('organization_id', organizationId)
    .eq('id', patientId)
    .select('id')
    .single()
    .throwOnError();
}

export function useUpdatePatient(patientId: string) {
  const { id } = useOrganization();
  return useMutation({
    mutationFn: (patient: PatientPayload) => updatePatient(id, patientId, patient),
    onSuccess: useRefreshPatients(),
  });
}
