import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { PatientPayload } from '../patient-model';
import { useRefreshPatients } from './keys';

/** Makes a patient's record; answers its id. */
async function createPatient(organizationId: string, patient: PatientPayload) {
  const { data } = await supabase
    .from('pm_patients')
    .insert({ ...patient, organization_id: organizationId })
    .select('id')
    .single()
    .throwOnError();
  return data;
}

export function useCreatePatient() {
  const { id } = useOrganization();
  return useMutation({
    mutationFn: (patient: PatientPayload) => createPatient(id, patient),
    onSuccess: useRefreshPatients(),
  });
}
