import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshPatients } from './keys';

/** Soft-deletes a patient, who is disenrolled everywhere first; freed seats go to those who wait. */
async function deletePatient(patientId: string) {
  await supabase.rpc('pm_delete_patient', { patient_id: patientId }).throwOnError();
}

export function useDeletePatient() {
  const refresh = useRefreshPatients();
  return useMutation({
    mutationFn: deletePatient,
    // Not waited for: the page leaves the deleted record first.
    onSuccess: () => void refresh(),
  });
}
